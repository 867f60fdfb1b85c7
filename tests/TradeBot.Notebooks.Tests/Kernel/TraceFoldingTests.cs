namespace TradeBot.Notebooks.Tests.Kernel;

public class TraceFoldingTests
{
    [Fact]
    public void Equal_lines_stand_once_with_their_number() =>
        Assert.Equal(["a", "f", "   … the line above 3 more times", "b"], TraceFolding.Fold(["a", "f", "f", "f", "f", "b"]));

    [Fact]
    public void Functions_that_call_each_other_are_one_block() => Assert.Equal(
        ["f", "g", "h", "   … the 3 lines above 2 more times", "f", "main"],
        TraceFolding.Fold(["f", "g", "h", "f", "g", "h", "f", "g", "h", "f", "main"]));

    [Fact]
    public void Two_of_a_kind_stay() => Assert.Equal(["f", "f", "g", "h", "g", "h"], TraceFolding.Fold(["f", "f", "g", "h", "g", "h"]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_goes_on_after_frames_that_were_left_out_is_the_same_block(int ring)
    {
        string[] block = [.. Enumerable.Range(0, ring).Select(i => $"f{i}")];
        string[] inner = [.. Enumerable.Repeat(block, 20).SelectMany(lines => lines), block[0]];
        string[] outer = [.. Enumerable.Repeat(block, 8).SelectMany(lines => lines).Skip(ring - 1), "main"];
        string what = ring == 1 ? "the line above" : $"the {ring} lines above";
        Assert.Equal([.. block, $"   … {what} again and again", "main"], TraceFolding.Fold([.. inner, TraceFolding.Omitted, .. outer]));
    }

    [Theory]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)")]
    [InlineData("int Odd(int n) => Even(n + 1) + 1;\nint Even(int n) => Odd(n + 1) + 1;\nOdd(0)")]
    [InlineData("int Deep(int n) => n == 0 ? throw new FormatException(\"end\") : Deep(n - 1) + 1;\nDeep(300)")]
    public async Task Recursion_makes_a_short_trace(string code)
    {
        using var session = new TestSession(stackBytes: 1 << 20);
        CellError error = await session.ErrorAsync(code);
        Assert.InRange(error.Trace.Count, 3, 9);
        Assert.Contains(error.Trace, line => line.Contains("more times", StringComparison.Ordinal) || line.Contains("again and again", StringComparison.Ordinal));
    }
}
