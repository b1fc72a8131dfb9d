import { Session } from "node:inspector";
const { prepare } = await import("/work/main/src/runtime/index.ts");
const { lines, triggerOf } = await import("/work/main/bench/lines.ts");
const { randomStarts } = await import("/work/main/bench/contest.ts");
const starts = randomStarts(4096);
const ps=lines.filter(l=>/UTC/.test(l.name)&&!/union/.test(l.name)).map(l=>prepare(triggerOf(l)));
function run(ask){ let s=0; for(let c=0;c<100000;c++) s+=ask(starts[c&4095])??0; return s;}
for(let w=0;w<12;w++) for(const p of ps) run(p.next);
const s=new Session(); s.connect();
s.post("HeapProfiler.startSampling",{samplingInterval:4096, includeObjectsCollectedByMajorGC:true,includeObjectsCollectedByMinorGC:true});
for(let w=0;w<4;w++) run(ps[0].next);
s.post("HeapProfiler.stopSampling",(e,r)=>{ const walk=(n,d)=>{ if(n.selfSize>50000||n.children.length) { const sum=n.selfSize; if(sum>50000) console.log(n.callFrame.functionName, n.callFrame.url.split("/").pop(), n.callFrame.lineNumber+1, sum); } n.children.forEach(c=>walk(c,d+1)); }; walk(r.profile.head,0); });
