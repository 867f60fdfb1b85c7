using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TradeBot.Notebooks.Tests.Regression;

public class ImageComparerTests
{
    [Fact]
    public void The_same_pixels_packed_otherwise_are_the_same_image()
    {
        byte[] pixels = [.. Enumerable.Range(0, 4 * 4 * 3).Select(i => (byte)(i * 5))];

        Assert.Empty(ImageComparer.Compare(Png(4, 4, 2, 8, pixels, CompressionLevel.NoCompression), Png(4, 4, 2, 8, pixels, CompressionLevel.SmallestSize)));
    }

    [Fact]
    public void A_pixel_that_changed_is_reported_with_its_place_and_colours()
    {
        byte[] before = new byte[3 * 2 * 3], after = [.. before];
        after[(4 * 3) + 1] = 200; // the green of the second row's second pixel

        Difference difference = Assert.Single(ImageComparer.Compare(Png(3, 2, 2, 8, before), Png(3, 2, 2, 8, after)));

        Assert.Equal("pixel (1, 1): recorded #000000ff, now #00c800ff (1 of 6 pixels differ)", difference.ToString());
        after[(4 * 3) + 1] = 2; // rounding
        Assert.Empty(ImageComparer.Compare(Png(3, 2, 2, 8, before), Png(3, 2, 2, 8, after)));
    }

    [Fact]
    public void Another_size_is_reported()
    {
        Assert.Equal("size: recorded 1 × 2, now 2 × 1", Assert.Single(ImageComparer.Compare(Png(1, 2, 0, 8, [0, 0]), Png(2, 1, 0, 8, [0, 0]))).ToString());
    }

    [Theory]
    [InlineData(0, 8, new byte[] { 0, 128, 255 }, "000000ff808080ffffffffff")]
    [InlineData(4, 8, new byte[] { 10, 20, 30, 40, 50, 60 }, "0a0a0a141e1e1e283232323c")]
    [InlineData(6, 8, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, "0102030405060708090a0b0c")]
    [InlineData(0, 1, new byte[] { 0b1010_0000 }, "ffffffff000000ffffffffff")]
    [InlineData(2, 16, new byte[] { 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 9, 0 }, "010203ff040506ff070809ff")]
    [InlineData(3, 2, new byte[] { 0b0001_1000 }, "111111ff22222240333333ff")] // indices 0, 1, 2 of the palette below
    public void Every_kind_of_pixel_is_read(int colorType, int depth, byte[] row, string expected)
    {
        PngImage image = PngImage.TryRead(Convert.FromBase64String(Png(3, 1, colorType, depth, row)))!;

        Assert.Equal(expected, Convert.ToHexStringLower(image.Pixels));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_filter_is_undone(int filter)
    {
        byte[] pixels = [.. Enumerable.Range(0, 5 * 3 * 3).Select(i => (byte)((i * 37) ^ 0x5a))];

        PngImage plain = PngImage.TryRead(Convert.FromBase64String(Png(5, 3, 2, 8, pixels)))!;
        PngImage filtered = PngImage.TryRead(Convert.FromBase64String(Png(5, 3, 2, 8, pixels, filter: filter)))!;

        Assert.Equal(plain.Pixels, filtered.Pixels);
    }

    [Fact]
    public void What_cannot_be_read_is_compared_by_its_bytes()
    {
        string damaged = Convert.ToBase64String([.. Convert.FromBase64String(Png(3, 1, 0, 8, [1, 2, 3])).Take(50)]);

        Assert.Null(PngImage.TryRead(Convert.FromBase64String(damaged)));
        Assert.Empty(ImageComparer.Compare(damaged, damaged));
        Assert.Contains("bytes differ", Assert.Single(ImageComparer.Compare(damaged, "AAAA")).ToString(), StringComparison.Ordinal);
    }

    /// <summary>A PNG file as the specification of the format lays it out.</summary>
    private static string Png(int width, int height, int colorType, int depth, byte[] pixels, CompressionLevel level = CompressionLevel.Optimal, int filter = 0)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)colorType);
        Chunk(file, "IHDR", header);
        if (colorType == 3)
        {
            Chunk(file, "PLTE", [0x11, 0x11, 0x11, 0x22, 0x22, 0x22, 0x33, 0x33, 0x33]);
            Chunk(file, "tRNS", [0xff, 0x40]);
        }

        Chunk(file, "IDAT", Compressed(pixels, height, filter, step: Math.Max(1, pixels.Length / (width * height)), level));
        Chunk(file, "IEND", []);
        return Convert.ToBase64String(file.ToArray());
    }

    private static byte[] Compressed(byte[] pixels, int height, int filter, int step, CompressionLevel level)
    {
        int stride = pixels.Length / height;
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, level, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                zlib.WriteByte((byte)filter);
                for (int i = 0; i < stride; i++)
                    zlib.WriteByte((byte)(pixels[(y * stride) + i] - Predicted(pixels, y, i, stride, step, filter)));
            }
        }

        return data.ToArray();
    }

    private static int Predicted(byte[] pixels, int y, int i, int stride, int step, int filter)
    {
        int left = i >= step ? pixels[(y * stride) + i - step] : 0;
        int up = y > 0 ? pixels[((y - 1) * stride) + i] : 0;
        int corner = y > 0 && i >= step ? pixels[((y - 1) * stride) + i - step] : 0;
        int[] candidates = [left, up, corner];
        return filter switch
        {
            1 => left,
            2 => up,
            3 => (left + up) / 2,
            4 => candidates.MinBy(candidate => Math.Abs(left + up - corner - candidate)),
            _ => 0,
        };
    }

    private static void Chunk(MemoryStream file, string name, byte[] content)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        file.Write(length);
        file.Write(Encoding.ASCII.GetBytes(name));
        file.Write(content);
        file.Write(new byte[4]); // the checksum, which the reader leaves to zlib's own
    }
}
