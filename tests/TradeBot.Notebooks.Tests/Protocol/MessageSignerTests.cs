using System.Text;

namespace TradeBot.Notebooks.Tests.Protocol;

public class MessageSignerTests
{
    [Fact]
    public void Signs_as_RFC_4231_does()
    {
        // Test case 2, its data cut in four.
        byte[][] parts = [.. ((string[])["what do ya", " want ", "for nothing", "?"]).Select(Encoding.ASCII.GetBytes)];
        var signer = new MessageSigner("Jefe", "hmac-sha256");
        byte[] signature = signer.Sign(parts);

        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", Encoding.ASCII.GetString(signature));
        Assert.True(signer.Verifies(signature, parts));
        signature[^1] ^= 1;
        Assert.False(signer.Verifies(signature, parts));
    }
}
