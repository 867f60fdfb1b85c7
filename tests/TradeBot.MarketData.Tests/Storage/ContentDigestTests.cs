namespace TradeBot.MarketData.Tests.Storage;

public class ContentDigestTests
{
    [Fact]
    public void Any_flipped_bit_changes_it()
    {
        byte[] bytes = Bytes(300);
        UInt128 before = ContentDigest.Of(bytes);
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(before, ContentDigest.Of(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(before, ContentDigest.Of(bytes));
    }

    [Fact]
    public void Two_lines_in_the_other_order_change_it()
    {
        byte[] first = Bytes(64), second = [.. first.Reverse()];

        Assert.NotEqual(ContentDigest.Of([.. first, .. second]), ContentDigest.Of([.. second, .. first]));
    }

    [Fact]
    public void Digits_that_balance_in_sum_change_it()
    {
        // +1 and −1 at the same place of two blocks leave the plain sums alone.
        byte[] bytes = Bytes(256), balanced = [.. bytes];
        balanced[10]++;
        balanced[10 + 128]--;

        Assert.NotEqual(ContentDigest.Of(bytes), ContentDigest.Of(balanced));
    }

    [Fact]
    public void Zeros_at_the_end_count()
    {
        Assert.Equal(200, Enumerable.Range(0, 200).Select(length => ContentDigest.Of(new byte[length])).Distinct().Count());
    }

    [Fact]
    public void Blocks_give_the_same_as_the_whole()
    {
        byte[] bytes = Bytes(64 * 7 + 13);
        var digest = default(ContentDigest);
        digest.Append(bytes.AsSpan(0, 64 * 3));
        digest.Append(bytes.AsSpan(64 * 3, 64 * 4));

        Assert.Equal(ContentDigest.Of(bytes), digest.Finish(bytes.AsSpan(64 * 7)));
    }

    private static byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(3).NextBytes(bytes);
        return bytes;
    }
}
