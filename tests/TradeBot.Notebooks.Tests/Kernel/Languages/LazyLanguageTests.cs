namespace TradeBot.Notebooks.Tests.Kernel.Languages;

public class LazyLanguageTests
{
    [Theory]
    [InlineData("#!fsharp\n1", "FSharp.Compiler.Service")]
    [InlineData("#!sql\nSELECT 1", "Microsoft.Data.Sqlite")]
    public async Task Only_a_cell_in_another_language_loads_what_that_needs(string cell, string assembly)
    {
        (_, string without) = await LoneProcess.RunAsync("var x = 1; display(x);\nx + 1", "#!markdown\n# Top\n#!who");
        (_, string with) = await LoneProcess.RunAsync(cell);

        Assert.StartsWith("ok\nok\n", without.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("loaded Microsoft.CodeAnalysis.CSharp", without, StringComparison.Ordinal);
        Assert.DoesNotContain("loaded " + assembly, without, StringComparison.Ordinal);
        Assert.DoesNotContain("loaded FSharp.Core", without, StringComparison.Ordinal);
        Assert.StartsWith("ok\n", with.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("loaded " + assembly, with, StringComparison.Ordinal);
    }
}
