namespace TradeBot.Notebooks.Tests.Runner;

public sealed class ParameterFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_and_values_are_read_as_text()
    {
        string file = _folder.Write("p.yaml", "# a run\nfast: 12\nfee: 0.00055\nlive: true\nfrom: 2024-01-31\nname: \"a: b\"\n");

        Assert.Equal(
            [("fast", "12"), ("fee", "0.00055"), ("live", "true"), ("from", "2024-01-31"), ("name", "a: b")],
            ParameterFile.Load(file).Select(entry => (entry.Key, entry.Value)));
    }

    [Theory]
    [InlineData("fast: [1, 2]", "line 1: expected a single value")]
    [InlineData("ok: 1\nfast:\n  slow: 1", "line 3: expected a single value")]
    [InlineData("- 1", "expected one mapping")]
    [InlineData("a: 1\na: 2", "Duplicate key")]
    [InlineData("a: \"1", "line ")]
    public void What_is_no_mapping_of_values_is_refused_with_its_line(string text, string reason)
    {
        string file = _folder.Write("p.yaml", text);

        var mistake = Assert.Throws<NotebookParameterException>(() => ParameterFile.Load(file));

        Assert.Contains(reason, mistake.Message, StringComparison.Ordinal);
        Assert.StartsWith(file, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_gives_nothing() => Assert.Empty(ParameterFile.Load(_folder.Write("p.yaml", "")));
}
