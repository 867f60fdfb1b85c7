namespace TradeBot.Notebooks;

/// <summary>How a PNG file holds a pixel.</summary>
/// <param name="Depth">Bits of a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="ColorType">0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.</param>
/// <param name="Palette">Colours of a palette, three bytes each.</param>
/// <param name="Transparency">Alpha of the palette's first colours.</param>
internal sealed record PngFormat(int Depth, int ColorType, byte[] Palette, byte[] Transparency)
{
    public int BitsPerPixel => Depth * Samples;

    private int Samples => ColorType switch
    {
        0 or 3 => 1,
        4 => 2,
        2 => 3,
        6 => 4,
        _ => throw new InvalidDataException("The colour type is unknown."),
    };

    /// <summary>Writes red, green, blue and alpha of one pixel of a row.</summary>
    public void Pixel(ReadOnlySpan<byte> row, int x, Span<byte> pixel)
    {
        int first = Sample(row, x * Samples);
        pixel[3] = 255;
        switch (ColorType)
        {
            case 3:
                Palette.AsSpan(first * 3, 3).CopyTo(pixel);
                pixel[3] = first < Transparency.Length ? Transparency[first] : (byte)255;
                break;
            case 0 or 4:
                pixel[..3].Fill((byte)first);
                if (ColorType == 4)
                    pixel[3] = (byte)Sample(row, (x * Samples) + 1);
                break;
            default:
                for (int i = 0; i < Samples; i++)
                    pixel[i] = (byte)Sample(row, (x * Samples) + i);
                break;
        }
    }

    /// <summary>A sample as a byte; a palette's index as it is.</summary>
    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (Depth >= 8)
            return row[index * Depth / 8]; // of 16 bits the upper 8
        int bit = index * Depth, mask = (1 << Depth) - 1;
        int value = (row[bit / 8] >> (8 - Depth - (bit % 8))) & mask;
        return ColorType == 3 ? value : value * 255 / mask;
    }
}
