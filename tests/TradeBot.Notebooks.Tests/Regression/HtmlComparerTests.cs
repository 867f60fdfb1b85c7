namespace TradeBot.Notebooks.Tests.Regression;

public class HtmlComparerTests
{
    private const string Table = "<table><thead><tr><th>name</th><th>sharpe</th></tr></thead><tbody><tr><td>a</td><td>1.25</td></tr><tr><td>b</td><td>2</td></tr></tbody></table>";

    [Theory]
    [InlineData("<p class=\"a b\" title=\"x\">t</p>", "<p title='x' class='b  a'>t</p>")]
    [InlineData("<ul>\n  <li>1</li>\n</ul>", "<ul><li> 1.0000000000001 </li></ul>")]
    [InlineData("<b style=\"color: red; top: 1px\">x</b>", "<b style=\"top:1.0px;color:red\">x</b>")]
    [InlineData("<h2 id=\"k1\">x</h2><a href=\"#k1\">y</a><style>#k1 { color: red }</style>", "<h2 id=\"k9\">x</h2><a href=\"#k9\">y</a><style>#k9 { color: red }</style>")]
    [InlineData("<svg><defs><clipPath id=\"c1\"></clipPath></defs><path clip-path=\"url(#c1)\" d=\"M0 0L10.5,3\"/></svg>", "<svg><defs><clipPath id=\"c2\"></clipPath></defs><path d=\"M 0,0 L10.50000000001,3\" clip-path=\"url(#c2)\"></path></svg>")]
    [InlineData("<p>took 12 ms</p>", "<p>took 15 ms</p>")]
    [InlineData("<p>a</p><!-- made at 12:00 -->", "<p>a</p>")]
    public void Noise_passes(string recorded, string actual) => Assert.Empty(Told(recorded, actual));

    [Theory]
    [InlineData("<p>1</p>", "<p>2</p>", "p: recorded 1, now 2 (by +1, +100 %)")]
    [InlineData("<div><p>a</p><p>b</p></div>", "<div><p>a</p><p>c</p></div>", "div/p[2]: recorded b, now c")]
    [InlineData("<div><p>a</p><p>b</p></div>", "<div><p>a</p></div>", "div: missing: <p> b (2 parts, now 1)")]
    [InlineData("<p>a</p>", "<b>a</b>", "page: recorded <p> a, now <b> a")]
    [InlineData("<p class=\"up\">1</p>", "<p class=\"down\">1</p>", "p @class: recorded up, now down")]
    [InlineData("<p title=\"x\">1</p>", "<p>1</p>", "p @title: missing: x")]
    [InlineData("<a href=\"#x\">1</a>", "<a href=\"#y\">1</a>", "a @href: recorded #x, now #y")] // no ids of this page: a link elsewhere
    [InlineData("<svg><path d=\"M0 0L10,3\"/></svg>", "<svg><path d=\"M0 0L10,4\"/></svg>", "svg/path @d: recorded M0 0L10,3, now M0 0L10,4")]
    public void What_changed_is_reported_by_its_place(string recorded, string actual, string difference) => Assert.Contains(difference, Told(recorded, actual));

    [Theory]
    [InlineData("<td>1.25</td>", "<td>1.5</td>", "table 1, column \"sharpe\", row 1: recorded 1.25, now 1.5 (by +0.25, +20 %)")]
    [InlineData("<th>sharpe</th>", "<th>sortino</th>", "table 1, column: missing: sharpe")]
    [InlineData("<td>a</td>", "<td class=\"bad\">a</td>", "table 1, column \"name\", row 1 @class: new: bad")]
    [InlineData("<tr><td>b</td><td>2</td></tr>", "", "table 1, rows: recorded 2, now 1")]
    [InlineData("<td>2</td>", "", "table 1, column \"sharpe\", row 2: missing: 2")]
    public void Tables_are_reported_by_column_and_row(string part, string replacement, string difference) =>
        Assert.Contains(difference, Told(Table, Table.Replace(part, replacement, StringComparison.Ordinal)));

    [Fact]
    public void Columns_that_moved_are_reported_once_and_still_compared_by_name()
    {
        const string Moved = "<table><tr><th>sharpe</th><th>name</th></tr><tr><td>1.25</td><td>a</td></tr><tr><td>3</td><td>b</td></tr></table>";

        Assert.Equal(
            ["table 1, order of columns: recorded name, sharpe, now sharpe, name", "table 1, column \"sharpe\", row 2: recorded 2, now 3 (by +1, +50 %)"],
            Told(Table, Moved));
    }

    [Fact]
    public void Ids_that_point_elsewhere_are_a_difference()
    {
        Assert.NotEmpty(Told("<i id=\"a\"></i><i id=\"b\"></i><a href=\"#a\">x</a>", "<i id=\"a\"></i><i id=\"b\"></i><a href=\"#b\">x</a>"));
    }

    private static string[] Told(string recorded, string actual) => [.. HtmlComparer.Compare(recorded, actual, Tolerance.Default).Select(difference => difference.ToString())];
}
