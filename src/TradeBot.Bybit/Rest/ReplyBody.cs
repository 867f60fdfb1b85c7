using System.Buffers;

namespace TradeBot.Exchanges.Rest;

/// <summary>The bytes of a response, in pooled memory.</summary>
internal sealed class ReplyBody : IDisposable
{
    private const int FirstLength = 128 * 1024; // a full page of candles and a margin
    private const int LongestLength = 64 * 1024 * 1024;

    private byte[] _bytes;
    private int _count;

    private ReplyBody(byte[] bytes) => _bytes = bytes;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    public static async Task<ReplyBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new ReplyBody(ArrayPool<byte>.Shared.Rent(FirstLength));
        try
        {
            await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
            while (await stream.ReadAsync(body._bytes.AsMemory(body._count), cancellationToken) is > 0 and int read)
            {
                body._count += read;
                if (body._count == body._bytes.Length)
                    body.Grow();
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _count) = ([], 0);
    }

    private void Grow()
    {
        if (_bytes.Length >= LongestLength)
            throw new IOException($"The response is longer than {LongestLength} bytes.");
        byte[] longer = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
        _bytes.AsSpan(0, _count).CopyTo(longer);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = longer;
    }
}
