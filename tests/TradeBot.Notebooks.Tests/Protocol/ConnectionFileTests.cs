namespace TradeBot.Notebooks.Tests.Protocol;

public class ConnectionFileTests
{
    private const string Ports = "\"shell_port\": 1, \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5";

    [Fact]
    public void Reads_what_front_ends_write()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("c.json", $$"""{ {{Ports}}, "ip": "127.0.0.1", "key": "k", "transport": "tcp", "signature_scheme": "hmac-sha512", "kernel_name": "x" }""");
        Assert.Equal(new ConnectionFile(System.Net.IPAddress.Loopback, 1, 2, 3, 4, 5, "k", "hmac-sha512"), ConnectionFile.Load(path));
    }

    [Theory]
    [InlineData("", "connection file")]
    [InlineData("null", "null")]
    [InlineData("{\"shell_port\": 1}", "iopub_port is missing")]
    [InlineData("{ " + Ports + ", \"ip\": \"nowhere\" }", "IP address")]
    [InlineData("{ " + Ports + ", \"transport\": \"ipc\" }", "supports only tcp")]
    public void Says_what_is_wrong_with_another_file(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("c.json", text);
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => ConnectionFile.Load(path)).Message, StringComparison.Ordinal);
    }
}
