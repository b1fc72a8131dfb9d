const { randomStarts, median } = await import("/work/main/bench/contest.ts");
const starts = randomStarts(4096);
function batch(ask, starts, passes){ let sink=0; const b=performance.now(); for(let p=0;p<passes;p++) for(const s of starts) sink+=ask(s)??0; const r=(performance.now()-b)*1e6/(passes*starts.length); globalThis.sink=sink; return r;}
const DAYMS=86400000, DAY=86400;
function lowest(b){return 31-Math.clz32(b&-b);}
function firstFrom(sorted,bound){let low=0,high=sorted.length;while(low<high){const m=(low+high)>>1;if(sorted[m]<bound)low=m+1;else high=m;}return low;}
const run=(first,step,last)=>({last,next(_d,from){const time=from<=first?first:first+Math.ceil((from-first)/step)*step; return time<=last?time:-1;}});
const list=(times)=>({last:times.at(-1),next:(_d,from)=>times[firstFrom(times,from)]??-1});
const prod=(h)=>({last:3,next(_d,from){const hh=(from/3600)|0; const m=h&(-1<<hh); return m===0?-1:lowest(m)*3600;}});
function written(hasDay,times,inl){
  const table=new Int32Array(256*4).fill(-1<<30); const mask=255;
  const learn=(block)=>{ const f=block<<5; let open=0; for(let i=0;i<32;i++) if(hasDay(f+i)) open|=1<<i; let d=f+32; while(!hasDay(d)) d++; const p=(block&mask)*4; table[p]=block; table[p+1]=open; table[p+2]=d; return p;};
  const LAST=200000;
  const {first=0,step=0,last=0}=inl??{};
  return { next(day,from){
    while(day<=LAST){
      const block=day>>5; let place=(block&mask)*4;
      if(table[place]!==block) place=learn(block);
      const open=table[place+1]&(-1<<day);
      if(open===0){day=table[place+2];from=0;continue;}
      const found=(block<<5)+lowest(open);
      if(found!==day){ day=found; from=0; }
      let time;
      if(step!==0){time=from<=first?first:first+Math.ceil((from-first)/step)*step; if(time>last) time=-1;}
      else time=times.next(day,from);
      if(time>=0) return day*DAY+time;
      day=found+1; from=0;
    }
    return Infinity;
  }};
}
function near(w, segs){
  let start=-1e12,end=segs?-1e12:1e12,off=0; 
  const enter=(s)=>{ const b=Math.floor((s-segs.FIRST)/segs.B); let at=segs.buckets[b]; while(segs.starts[at+1]<=s) at++; start=segs.clear[at*3]; end=segs.clear[at*3+1]; off=segs.clear[at*3+2]; };
  return {next(ms){
    const s=Math.floor(ms/1000)+1;
    if(!(s>=start&&s<end)) { if(!segs) return undefined; enter(s); if(!(s>=start&&s<end)) return undefined;}
    const l=s+off; const day=Math.floor(l/DAY);
    const local=w.next(day,l-day*DAY);
    if(local<end+off) return (local-off)*1000;
    return undefined;
  }};
}
function near2(w, segs){
  let start=-1e15,end=segs?-1e15:1e15,off=0; 
  const enter=(ms)=>{ const b=Math.floor((ms/1000-segs.FIRST)/segs.B); let at=segs.buckets[b]; while(segs.starts[at+1]*1000<=ms) at++; start=segs.clear[at*3]*1000; end=segs.clear[at*3+1]*1000; off=segs.clear[at*3+2]; };
  return {next(ms){
    if(!(ms>=start&&ms<end)) { if(!segs) return undefined; enter(ms); if(!(ms>=start&&ms<end)) return undefined;}
    const l=ms+off*1000; const day=Math.floor(l/DAYMS);
    const local=w.next(day,(((l-day*DAYMS)/1000)|0)+1);
    const at=(local-off)*1000;
    if(at<end) return at;
    return undefined;
  }};
}
function near3(w, segs){
  if(!segs) return near2(w,segs);
  const {bk,clear,offs,sh,firstB}=segs;
  let at=0;
  return {next(ms){
    let day=Math.floor(ms/DAYMS);
    let tod=ms-day*DAYMS;
    at=bk[(day>>sh)-firstB];
    while(clear[at*3+2]<=ms) at++;
    if(!(ms>=clear[at*3]&&ms<clear[at*3+1])) return undefined;
    const off=offs[at];
    tod+=off;
    if(tod<0){day--;tod+=DAYMS;} else if(tod>=DAYMS){day++;tod-=DAYMS;}
    const local=w.next(day,((tod/1000)|0)+1);
    const r=local*1000-off;
    if(r<clear[at*3+1]) return r;
    return undefined;
  }};
}
function near4(w, segs){
  if(!segs) return near2(w,segs);
  const {bk,clear,offs,sh,firstB}=segs;
  let at=0;
  return {next(ms){
    let day=Math.floor(ms/DAYMS);
    let tod=ms-day*DAYMS;
    if(!(ms>=clear[at*3]&&ms<clear[at*3+1])) {
      at=bk[(day>>sh)-firstB];
      while(clear[at*3+2]<=ms) at++;
      if(!(ms>=clear[at*3]&&ms<clear[at*3+1])) return undefined;
    }
    const off=offs[at];
    tod+=off;
    if(tod<0){day--;tod+=DAYMS;} else if(tod>=DAYMS){day++;tod-=DAYMS;}
    const local=w.next(day,((tod/1000)|0)+1);
    const r=local*1000-off;
    if(r<clear[at*3+1]) return r;
    return undefined;
  }};
}
const wd=(d)=>((d+3)%7+7)%7<5;
const every=()=>true;
// zone like NY
const mk=(B)=>{const FIRST=Date.UTC(1990,0,1)/1000; const starts=[FIRST]; for(let y=1990;y<2060;y++){starts.push(Date.UTC(y,2,11,7)/1000);starts.push(Date.UTC(y,10,5,6)/1000);} starts.push(1e12);
 const clear=new Float64Array(starts.length*3); for(let i=0;i<starts.length-1;i++){clear[i*3]=starts[i]+3600;clear[i*3+1]=starts[i+1]-3600;clear[i*3+2]=i%2? -4*3600:-5*3600;}
 const n=Math.ceil((Date.UTC(2060,0,1)/1000-FIRST)/B); const buckets=new Uint16Array(n); let at=0; for(let b=0;b<n;b++){while(starts[at+1]<=FIRST+b*B)at++;buckets[b]=at;}
 return {FIRST,B,buckets,starts:Float64Array.from(starts),clear};};
const z23=mk(2**23), z21=mk(2**21);
const mk3=(sh)=>{const z=mk(2**23); const n=z.starts.length-1; const clear=new Float64Array(n*3), offs=new Int32Array(n); for(let i=0;i<n;i++){clear[i*3]=z.clear[i*3]*1000;clear[i*3+1]=z.clear[i*3+1]*1000;clear[i*3+2]=z.starts[i+1]*1000;offs[i]=z.clear[i*3+2]*1000;}
 const firstB=(z.FIRST/86400)>>sh; const nb=((Date.UTC(2060,0,1)/864e5)>>sh)-firstB+1; const bk=new Uint16Array(nb); let at=0; for(let b=0;b<nb;b++){while(z.starts[at+1]<=((b+firstB)<<sh)*86400)at++;bk[b]=at;} return {bk,clear,offs,sh,firstB};};
const q5=mk3(5),q4=mk3(4),q3=mk3(3);
const R=(f,s,l)=>({first:f,step:s,last:l});
const office=R(34200,3600,63000), min=R(0,60,86340), five=R(0,5,86395);
const asks=[["noop",(x)=>x+1]];
for(const [nn,N] of [["s",near],["ms",near2]]) for (const [zn,z] of [["utc",undefined],["z23",z23],["z21",z21]]) {
 for (const [n,d,r] of [["office",wd,office],["min",every,min],["five",every,five]]) {
  asks.push([`${nn} ${zn} ${n} inline`,N(written(d,run(0,1,2),r),z).next]);
  asks.push([`${nn} ${zn} ${n} call`,N(written(d,run(r.first,r.step,r.last)),z).next]);
 }
 asks.push([`${nn} ${zn} list`,N(written(every,list([3600,7200,40000])),z).next]);
 asks.push([`${nn} ${zn} prod`,N(written(every,prod(0xf0f0ff)),z).next]);
}
for(const [nn,N] of [["n3",near3],["n4",near4]]) for (const [zn,z] of [["q5",q5],["q4",q4],["q3",q3]]) {
 for (const [n,d,r] of [["office",wd,office],["min",every,min],["five",every,five]]) {
  asks.push([`${nn} ${zn} ${n} call`,N(written(d,run(r.first,r.step,r.last)),z).next]);
 }
 asks.push([`${nn} ${zn} list`,N(written(every,list([3600,7200,40000])),z).next]);
 asks.push([`${nn} ${zn} prod`,N(written(every,prod(0xf0f0ff)),z).next]);
}
const t=asks.map(()=>[]);
for(let r=0;r<25;r++) for(let i=0;i<asks.length;i++) t[i].push(batch(asks[i][1],starts,8));
for(let i=0;i<asks.length;i++){const s=[...t[i]].sort((a,b)=>a-b);console.log(asks[i][0].padEnd(45),s[2].toFixed(1),median(t[i]).toFixed(1));}
