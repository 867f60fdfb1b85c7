using System.Text.Json.Nodes;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

[Collection(WorkingDirectory.Runs)]
public class SecretRedactorTests
{
    [Theory]
    [InlineData("EXCHANGE_API_KEY", true)]
    [InlineData("GITHUB_TOKEN", true)]
    [InlineData("db-password", true)]
    [InlineData("apiKey", true)]
    [InlineData("accessToken", true)]
    [InlineData("Secret", true)]
    [InlineData("KEYBOARD", false)]
    [InlineData("AUTHOR", false)]
    [InlineData("HOME", false)]
    [InlineData("monkey", false)]
    public void Secrets_are_known_by_their_names(string name, bool isSecret)
    {
        SecretRedactor redactor = SecretRedactor.None.With([KeyValuePair.Create(name, "value-of-it")]);

        Assert.Equal(isSecret ? $"x [{name} redacted] y" : "x value-of-it y", redactor.Redact("x value-of-it y"));
    }

    [Fact]
    public void Short_values_stay_and_the_longest_secret_goes_first()
    {
        SecretRedactor redactor = SecretRedactor.None.With([new("A_KEY", "12345"), new("B_KEY", "secret"), new("C_KEY", "secret-and-more")]);

        Assert.Equal("12345 [B_KEY redacted] [C_KEY redacted]", redactor.Redact("12345 secret secret-and-more"));
    }

    [Fact]
    public void The_environment_gives_secrets_by_name_and_by_request()
    {
        Environment.SetEnvironmentVariable("TRADEBOT_TEST_TOKEN", "token-value");
        Environment.SetEnvironmentVariable("TRADEBOT_TEST_PLACE", "place-value");
        try
        {
            Assert.Equal("[TRADEBOT_TEST_TOKEN redacted] place-value", SecretRedactor.OfEnvironment().Redact("token-value place-value"));
            Assert.Equal("[TRADEBOT_TEST_PLACE redacted]", SecretRedactor.OfEnvironment("TRADEBOT_TEST_PLACE").Redact("place-value"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TRADEBOT_TEST_TOKEN", null);
            Environment.SetEnvironmentVariable("TRADEBOT_TEST_PLACE", null);
        }
    }

    [Fact]
    public async Task Every_form_of_every_output_is_redacted_also_when_written_in_pieces()
    {
        var options = new NotebookRunOptions { Redactor = SecretRedactor.None.With([new("KEY", "secret-one")]) };
        NotebookDocument document = Document(
            Code("var key = \"secret-\" + \"one\"; Console.Write(\"secret\"); Console.Write(\"-one\"); display(HTML($\"<b>{key}</b>\")); (\"{\\\"a\\\": [1, \\\"\" + key + \"\\\"]}\").DisplayAs(\"application/json\");\nkey"),
            Code("throw new InvalidOperationException(key);"));

        NotebookRunResult result = await new NotebookRunner(options).RunAsync(document, AppContext.BaseDirectory);

        string[] outputs = [.. document.Cells.SelectMany(cell => cell.Outputs).Select(output => output.ToJsonString())];
        Assert.Equal(5, outputs.Length); // stream, HTML, JSON, result, error
        Assert.All(outputs, output => Assert.Contains("[KEY redacted]", output, StringComparison.Ordinal));
        Assert.All(outputs, output => Assert.DoesNotContain("secret", output, StringComparison.Ordinal));
        Assert.Equal("[KEY redacted]", result.Failure!.Error!.Message);
    }

    [Fact]
    public void Numbers_and_structure_stay()
    {
        JsonObject output = JsonNode.Parse("""{"data": {"application/json": {"n": 1.50, "t": [true, null]}}}""")!.AsObject();

        Assert.Equal(output.ToJsonString(), SecretRedactor.None.With([new("KEY", "abcdef")]).Redact(output).ToJsonString());
    }
}
