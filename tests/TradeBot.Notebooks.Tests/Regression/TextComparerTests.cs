namespace TradeBot.Notebooks.Tests.Regression;

public class TextComparerTests
{
    [Theory]
    [InlineData("a 1.25", "a   1.25")]                                                     // blanks
    [InlineData("x 0.30000000000000004", "x 0.3")]                                         // the last digit
    [InlineData("total 1,234.5", "total 1234.5")]
    [InlineData("took 12 ms", "took 1.5 µs")]
    [InlineData("took 0.53 s", "took 12.01 seconds")]
    [InlineData("took 00:00:01.2345678", "took 00:01:00.0000001")]
    [InlineData("id 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "id 00000000-4f89-11d3-9a0c-0305e82c3302")]
    [InlineData("at 0x7ffe12345678", "at 0x7ffe99999999")]
    [InlineData("name   value\n-----  -----\na          1", "name  value\n----  ------\na         1")]
    [InlineData("a\r\nb\n", "a\nb")]
    [InlineData("−1", "-1")]
    [InlineData("NaN ∞", "NaN ∞")]
    public void Noise_passes(string recorded, string actual)
    {
        Assert.Empty(TextComparer.Compare(recorded, actual, Tolerance.Default));
        Assert.True(TextComparer.AreSame(recorded, actual, Tolerance.Default));
    }

    [Theory]
    [InlineData("a 1.25", "a 1.26", "line 1: recorded a 1.25, now a 1.26 (by +0.01, +0.8 %)")]
    [InlineData("1\n-2", "1\n2", "line 2: recorded -2, now 2 (by +4, +200 %)")]
    [InlineData("0", "1e-7", "line 1: recorded 0, now 1e-7 (by +1e-7)")]
    [InlineData("every 60 s", "every 30 s", "line 1: recorded every 60 s, now every 30 s (by -30, -50 %)")] // whole seconds are a setting
    [InlineData("SYNBTC_1m", "SYNBTC_5m", "line 1: recorded SYNBTC_1m, now SYNBTC_5m")]
    [InlineData("1.5", "NaN", "line 1: recorded 1.5, now NaN")]
    [InlineData("a b", "a", "line 1: recorded a b, now a")]
    [InlineData("2024-01-31", "2024-01-30", "line 1: recorded 2024-01-31, now 2024-01-30 (by -1, -3.2258 %)")]
    [InlineData("ok", "OK", "line 1: recorded ok, now OK")]
    public void What_changed_is_reported_by_its_line(string recorded, string actual, string difference)
    {
        Assert.Equal(difference, Assert.Single(TextComparer.Compare(recorded, actual, Tolerance.Default)).ToString());
    }

    [Fact]
    public void Lines_that_come_and_go_do_not_move_the_others()
    {
        Assert.Equal(["line 2: missing: b"], Told("a\nb\nc\nd", "a\nc\nd"));
        Assert.Equal(["line 2: missing: b", "line 4: new: e", "line 5: new: f"], Told("a\nb\nc\nd", "a\nc\nd\ne\nf"));
        Assert.Equal("line 2: new: x", Assert.Single(TextComparer.Compare("a\nb", "a\nx\nb", Tolerance.Default)).ToString());
    }

    [Fact]
    public void Tables_in_text_are_compared_by_column_and_row()
    {
        const string recorded = "before\nname  price\n----  -----\nA       1.5\nB       2.5\nafter 1";

        Assert.Empty(Told(recorded, "before\nname       price\n----  ----------\nA            1.5\nB     2.50000000\nafter 1"));
        Assert.Equal(["table 1, column \"price\", row 2: recorded 2.5, now 3 (by +0.5, +20 %)"], Told(recorded, "before\nname  price\n----  -----\nA       1.5\nB         3\nafter 1"));
        Assert.Equal(["table 1, row 1: missing: A  1.5", "line 6: recorded after 1, now after 2 (by +1, +100 %)"], Told(recorded, "before\nname  price\n----  -----\nB       2.5\nafter 2"));
        Assert.Equal(["table 1, column: missing: name", "table 1, column: new: symbol"], Told(recorded, "before\nsymbol  price\n------  -----\nA         1.5\nB         2.5\nafter 1"));
        Assert.Equal(["table 1, order of columns: recorded name, price, now price, name"], Told(recorded, "before\nprice  name\n-----  ----\n  1.5  A\n  2.5  B\nafter 1"));
    }

    [Fact]
    public void Dashes_under_words_make_no_table()
    {
        Assert.Equal(["line 3: recorded x 1, now x 2 (by +1, +100 %)"], Told("Title\n-----\nx 1", "Title\n-----\nx 2"));
        Assert.Equal(["line 2: recorded x 1, now x 2 (by +1, +100 %)"], Told("---  ---\nx 1", "---  ---\nx 2"));
    }

    [Theory]
    [InlineData(0.01, 0, "100", "101", true)]
    [InlineData(0.01, 0, "100", "102", false)]
    [InlineData(0, 0.5, "0.1", "0.6", true)]
    [InlineData(0, 0.5, "0.1", "0.7", false)]
    public void The_tolerance_is_what_was_asked_for(double relative, double absolute, string recorded, string actual, bool same)
    {
        Assert.Equal(same, TextComparer.AreSame(recorded, actual, new Tolerance(relative, absolute)));
    }

    private static string[] Told(string recorded, string actual) => [.. TextComparer.Compare(recorded, actual, Tolerance.Default).Select(difference => difference.ToString())];
}
