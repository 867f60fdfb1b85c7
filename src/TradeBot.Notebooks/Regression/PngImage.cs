using System.Buffers.Binary;
using System.IO.Compression;

namespace TradeBot.Notebooks;

/// <summary>The pixels of a PNG file.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Pixels">Red, green, blue and alpha, a byte each, row by row.</param>
internal sealed record PngImage(int Width, int Height, byte[] Pixels)
{
    private const int LargestPixels = 64 << 20;

    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null when the bytes are not a PNG, are damaged, or are interlaced.</returns>
    public static PngImage? TryRead(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith(Signature) ? Read(file) : null;
        }
        catch (Exception damage) when (damage is InvalidDataException or ArgumentOutOfRangeException or EndOfStreamException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static PngImage? Read(byte[] file)
    {
        byte[] header = [], palette = [], transparency = [];
        using var data = new MemoryStream();
        for (int at = Signature.Length; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            ReadOnlySpan<byte> content = file.AsSpan(at + 8, length);
            switch (System.Text.Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR": header = content.ToArray(); break;
                case "PLTE": palette = content.ToArray(); break;
                case "tRNS": transparency = content.ToArray(); break;
                case "IDAT": data.Write(content); break;
            }

            at += length + 12;
        }

        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        var format = new PngFormat(header[8], header[9], palette, transparency);
        bool isInterlaced = header[12] != 0;
        if (isInterlaced || width <= 0 || height <= 0 || (long)width * height > LargestPixels)
            return null;
        data.Position = 0;
        return new PngImage(width, height, Decode(data, width, height, format));
    }

    private static byte[] Decode(MemoryStream data, int width, int height, PngFormat format)
    {
        int stride = ((width * format.BitsPerPixel) + 7) / 8, step = Math.Max(1, format.BitsPerPixel / 8);
        byte[] pixels = new byte[width * height * 4], row = new byte[stride], above = new byte[stride];
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        for (int y = 0; y < height; y++)
        {
            int filter = zlib.ReadByte();
            zlib.ReadExactly(row);
            Unfilter(filter, row, above, step);
            for (int x = 0; x < width; x++)
                format.Pixel(row, x, pixels.AsSpan(((y * width) + x) * 4, 4));
            (row, above) = (above, row);
        }

        return pixels;
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException("A row has an unknown filter."),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        int toLeft = Math.Abs(estimate - left), toUp = Math.Abs(estimate - up), toCorner = Math.Abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner)
            return left;
        return toUp <= toCorner ? up : corner;
    }
}
