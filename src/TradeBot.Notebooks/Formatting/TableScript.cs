namespace TradeBot.Notebooks;

/// <summary>Makes the tables on a page sortable by a click on a heading, and long ones paged.</summary>
/// <remarks>
/// It takes up every table that it has not met yet: front ends run scripts at different places, so that none
/// can know its own. Where scripts are off, the first page stands as it is, with a line on the rest.
/// </remarks>
internal static class TableScript
{
    public const string Html = $"<script>{Source}</script>";

    /// <summary>The script without its element.</summary>
    public const string Source = """
        document.querySelectorAll("table.tb-rows:not([data-on])").forEach(t=>{t.dataset.on=1;
        const b=t.tBodies[0],n=20,rows=()=>[...b.rows];let p=0,dir=1;
        const show=()=>{rows().forEach((r,i)=>r.hidden=i<p*n||i>=(p+1)*n);if(label)label.textContent=` ${p*n+1}–${Math.min((p+1)*n,b.rows.length)} of ${b.rows.length} `};
        const value=(r,c)=>{const s=r.cells[c].textContent,v=Number(s);return s.trim()===""||isNaN(v)?s:v};
        const compare=(a,b)=>typeof a===typeof b?(a<b?-1:a>b?1:0):typeof a==="number"?-1:1;
        [...t.tHead.rows[0].cells].forEach((h,c)=>{h.style.cursor="pointer";h.title="sort";h.onclick=()=>{
        b.append(...rows().sort((x,y)=>dir*compare(value(x,c),value(y,c))));dir=-dir;p=0;show()}});
        let label;if(b.rows.length>n){const d=document.createElement("div"),button=(s,f)=>{const e=document.createElement("button");e.textContent=s;e.onclick=()=>{p=Math.max(0,Math.min(Math.ceil(b.rows.length/n)-1,f(p)));show()};return e};
        label=document.createElement("span");d.append(button("◀",p=>p-1),label,button("▶",p=>p+1));
        const more=t.nextElementSibling;if(more&&more.className==="tb-more"){d.append(more.dataset.rest||"");more.remove()}t.after(d);show()}})
        """;
}
