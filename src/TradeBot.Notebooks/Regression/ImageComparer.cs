using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Compares images: PNG by pixels, which encoders do not change, others by their bytes.</summary>
internal static class ImageComparer
{
    /// <summary>Of 255: what rounding of a colour may change.</summary>
    private const int ChannelTolerance = 2;

    public static IEnumerable<Difference> Compare(string recorded, string actual)
    {
        byte[]? before = Bytes(recorded), after = Bytes(actual);
        if (before is null || after is null)
            return recorded == actual ? [] : [new Difference("", "an image that is not base64", "another")];
        if (before.AsSpan().SequenceEqual(after))
            return [];
        return PngImage.TryRead(before) is { } a && PngImage.TryRead(after) is { } b
            ? Compare(a, b)
            : [new Difference("", Size(before), Size(after), "the bytes differ")];
    }

    private static IEnumerable<Difference> Compare(PngImage recorded, PngImage actual)
    {
        if ((recorded.Width, recorded.Height) != (actual.Width, actual.Height))
            return [new Difference("size", Size(recorded), Size(actual))];
        int pixels = recorded.Width * recorded.Height;
        int[] different = [.. Enumerable.Range(0, pixels).Where(i => Distance(recorded, actual, i) > ChannelTolerance)];
        if (different.Length == 0)
            return [];
        int first = different[0];
        string place = string.Create(CultureInfo.InvariantCulture, $"pixel ({first % recorded.Width}, {first / recorded.Width})");
        return [new Difference(place, Color(recorded, first), Color(actual, first), string.Create(CultureInfo.InvariantCulture, $"{different.Length} of {pixels} pixels differ"))];
    }

    private static int Distance(PngImage a, PngImage b, int pixel)
    {
        int most = 0;
        for (int i = pixel * 4; i < (pixel * 4) + 4; i++)
            most = Math.Max(most, Math.Abs(a.Pixels[i] - b.Pixels[i]));
        return most;
    }

    private static byte[]? Bytes(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? bytes[..length] : null;
    }

    private static string Color(PngImage image, int pixel) => "#" + Convert.ToHexStringLower(image.Pixels, pixel * 4, 4);

    private static string Size(PngImage image) => string.Create(CultureInfo.InvariantCulture, $"{image.Width} × {image.Height}");

    private static string Size(byte[] bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes");
}
