process.env.TZ="UTC";
const { carriedZones } = await import("/work/main/src/compiler/zones/index.ts");
const { carryZones, prepare } = await import("/work/main/src/runtime/index.ts");
const { lines, triggerOf } = await import("/work/main/bench/lines.ts");
const { randomStarts, median } = await import("/work/main/bench/contest.ts");
const { TimerBasedCronScheduler, parseCronExpression } = await import("cron-schedule");
const carried = carriedZones(lines.map(triggerOf)); if (carried) carryZones(carried);
const starts = randomStarts(4096);
let sink=0;
function batch(ask, starts, passes){ let sum=0; const b=performance.now(); for(let p=0;p<passes;p++) for(const s of starts) sum+=ask(s)??0; sink+=sum; return (performance.now()-b)*1e6/(passes*starts.length);}
const noop = (x)=>x+1;
const cs = parseCronExpression("0 30 9-17 * * 1-5"); 
const cs5 = parseCronExpression("*/5 * * * * *"); 
const asks=[["noop",noop],...lines.flatMap(l=>{const p=prepare(triggerOf(l));return [[l.name+" next",p.next],[l.name+" prev",p.previous]]})];
// warm like contest: sequential
const t=asks.map(()=>[]);
for(let r=0;r<25;r++) for(let i=0;i<asks.length;i++) t[i].push(batch(asks[i][1],starts,8));
for(let i=0;i<asks.length;i++){const s=[...t[i]].sort((a,b)=>a-b);console.log(asks[i][0].padEnd(45),s[2].toFixed(1),median(t[i]).toFixed(1));}
