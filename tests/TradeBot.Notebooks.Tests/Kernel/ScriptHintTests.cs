namespace TradeBot.Notebooks.Tests.Kernel;

public sealed class ScriptHintTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("using var s = new System.IO.MemoryStream();\ns.Length", "using (var s = new System.IO.MemoryStream()) { … }")]
    [InlineData("int n = 1;\nawait using var s = new System.IO.MemoryStream();", "using (var s = new System.IO.MemoryStream()) { … }")]
    [InlineData("using System.IO.MemoryStream s = new();", "using (System.IO.MemoryStream s = new()) { … }")]
    [InlineData("Span<int> x = new int[3];\nx[0]", "in braces { … }")]
    [InlineData("var x = \"abc\".AsSpan();", "in braces { … }")]
    [InlineData("ref int first = ref (new int[1])[0];", "cannot be `ref`")]
    [InlineData("namespace A { class B {} }", "no `namespace`: leave it out")]
    [InlineData("namespace A;\nclass B {}", "no `namespace`: leave it out")]
    [InlineData("static class E { public static int Twice(this int x) => 2 * x; }", "at the top of the cell, outside a class")]
    [InlineData("static class E { extension(int x) { public int Twice() => 2 * x; } }", "outside a class")]
    [InlineData("#r nuget:Newtonsoft.Json,13.0.1", "#r \"nuget:Newtonsoft.Json,13.0.1\"")]
    [InlineData("#r nuget: MathNet.Numerics", "#r \"nuget: MathNet.Numerics\"")]
    [InlineData("#r ../lib/Foo.dll", "#r \"../lib/Foo.dll\"")]
    [InlineData("#load setup.csx", "#load \"setup.csx\"")]
    [InlineData("yield return 1;", "IEnumerable<T>")]
    [InlineData("[assembly: System.Obsolete]", "%%library")]
    public async Task What_a_cell_cannot_contain_is_reported_with_what_to_write_instead(string code, string remedy)
    {
        CellError error = await _session.ErrorAsync(code);
        string hint = Assert.Single(error.Trace, line => line.StartsWith("hint: ", StringComparison.Ordinal));
        Assert.Contains(remedy, hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using (var s = new System.IO.MemoryStream()) { s.WriteByte(1); }\n1", "1")]
    [InlineData("{ Span<int> x = new int[3]; x[0] = 4; Console.Write(x[0]); }\n2", "2")]
    [InlineData("static int Twice(this int x) => 2 * x;\n3.Twice()", "6")]
    [InlineData("class B { public int N => 5; }\nnew B().N", "5")]
    public async Task The_remedies_work(string code, string value) => Assert.Equal(value, await _session.ValueAsync(code));

    [Theory]
    [InlineData("int x = \"a\";")]
    [InlineData("using System.Nowhere;")]
    [InlineData("using Alias = System.Nowhere;")]
    [InlineData("void F() { using var s = new Missing(); }")]
    [InlineData("Missing();")]
    public async Task Other_mistakes_have_no_hint(string code) =>
        Assert.DoesNotContain((await _session.ErrorAsync(code)).Trace, line => line.StartsWith("hint: ", StringComparison.Ordinal));
}
