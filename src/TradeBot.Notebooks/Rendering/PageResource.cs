namespace TradeBot.Notebooks;

/// <summary>Files that pages are made of, from this assembly.</summary>
internal static class PageResource
{
    /// <returns>Text, LF between lines.</returns>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name)).ReplaceLineEndings("\n");

    public static byte[] Bytes(string name)
    {
        using Stream stream = typeof(PageResource).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
