const { prepare } = await import("/work/main/src/runtime/index.ts");
const { lines, triggerOf } = await import("/work/main/bench/lines.ts");
const { randomStarts, median } = await import("/work/main/bench/contest.ts");
const starts = randomStarts(4096);
function batch(ask, starts, passes){ let sink=0; const b=performance.now(); for(let p=0;p<passes;p++) for(const s of starts) sink+=ask(s)??0; return (performance.now()-b)*1e6/(passes*starts.length);}
const asks=lines.filter(l=>/UTC/.test(l.name)&&!/union/.test(l.name)).map(l=>prepare(triggerOf(l)).next);
for(let r=0;r<40;r++){ for(const a of asks) { const n=batch(a,starts,8); if(r==39) console.log(n.toFixed(1)); } }
