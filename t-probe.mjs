import pm from 'picomatch';
const path='a'.repeat(200);
for (const k of [2,3,4,5]) { const m=pm('*a'.repeat(k)+'b',{dot:true}); const s=performance.now(); m(path); console.log(k,(performance.now()-s).toFixed(1)); }
for (const p of ['**/'.repeat(2)+'b','**/a/**/a/**/a/**/b', '+(a|aa)b','+(+(a))b','*(*(a))b', '@(a*|*a*a)*(a)b']) { try { const m=pm(p,{dot:true}); const s=performance.now(); m('a/'.repeat(60)+'c'); m('a'.repeat(24)+'c'); console.log(p,(performance.now()-s).toFixed(1), m.state?.output ?? pm.makeRe(p)); } catch(e){console.log(p,e.message)} }
