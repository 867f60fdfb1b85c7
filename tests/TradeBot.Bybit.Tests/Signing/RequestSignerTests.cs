using System.Text.Json;
using TradeBot.Exchanges.Signing;
using TradeBot.Testing;

namespace TradeBot.Exchanges.Tests.Signing;

public class RequestSignerTests
{
    [SkippableFact]
    public void Signs_every_vector_as_published()
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("fixtures", "vectors", "signatures.json")));
        int count = 0;
        foreach (JsonElement vector in vectors.RootElement.GetProperty("rest").EnumerateArray())
        {
            string Text(string name) => vector.GetProperty(name).GetString()!;
            var signer = new RequestSigner(new BybitCredentials(Text("apiKey"), Text("apiSecret")));
            Assert.Equal(Text("signatureHex"), signer.Sign(long.Parse(Text("timestamp"), null), long.Parse(Text("recvWindow"), null), Text("payload")));
            count++;
        }

        foreach (JsonElement vector in vectors.RootElement.GetProperty("ws").EnumerateArray())
        {
            var signer = new RequestSigner(new BybitCredentials(vector.GetProperty("apiKey").GetString()!, vector.GetProperty("apiSecret").GetString()!));
            Assert.Equal(vector.GetProperty("signatureHex").GetString(), signer.SignStream(vector.GetProperty("expires").GetInt64()));
            count++;
        }

        Assert.Equal(7, count);
    }

    [Fact]
    public void The_secret_is_not_printed() =>
        Assert.Equal("key TEST…", new BybitCredentials("TESTKEY0001", "TESTSECRET0001").ToString());
}
