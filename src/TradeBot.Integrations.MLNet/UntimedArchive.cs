using System.IO.Compression;

namespace TradeBot.Integrations.MLNet;

/// <summary>A zip archive without the times at which its entries were written, so that equal contents are equal bytes.</summary>
internal static class UntimedArchive
{
    private static readonly DateTimeOffset FirstTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the earliest that the format can say

    /// <param name="from">The archive; can seek.</param>
    /// <param name="to">Where the copy goes.</param>
    public static void Copy(Stream from, Stream to)
    {
        using var source = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var copy = new MemoryStream();
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                ZipArchiveEntry made = target.CreateEntry(entry.FullName);
                made.LastWriteTime = FirstTime;
                using Stream input = entry.Open(), output = made.Open();
                input.CopyTo(output);
            }
        }

        copy.Position = 0;
        copy.CopyTo(to);
    }
}
