using System.Buffers.Binary;

namespace TradeBot.MarketData;

/// <summary>The header page of a column file: source text, contents, and checksums.</summary>
internal readonly record struct ColumnFileHeader(
    long Count, bool HasTurnover, bool HasSynthetic, long First, long Last, UInt128 TextDigest, UInt128 PayloadDigest)
{
    /// <summary>Columns start at a page boundary.</summary>
    public const int Size = 4096;

    private const ulong Magic = 0x4E4D_554C_4F43_4254; // "TBCOLUMN"
    private const int Version = 1;
    private const int LittleEndianFlag = 1, TurnoverFlag = 2, SyntheticFlag = 4;
    private const int DigestAt = 80;

    /// <summary>Bytes after the header.</summary>
    public long PayloadSize
    {
        get
        {
            int wide = HasTurnover ? 7 : 6;
            return wide * ColumnSize(Count, sizeof(double)) + (HasSynthetic ? ColumnSize(Count, sizeof(bool)) : 0);
        }
    }

    /// <summary>Size of one column: each starts at a cache line.</summary>
    public static long ColumnSize(long count, int valueSize) => (count * valueSize + 63) / 64 * 64;

    public void Write(Span<byte> page)
    {
        page[..Size].Clear();
        int flags = (BitConverter.IsLittleEndian ? LittleEndianFlag : 0) | (HasTurnover ? TurnoverFlag : 0) | (HasSynthetic ? SyntheticFlag : 0);
        BinaryPrimitives.WriteUInt64LittleEndian(page, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(page[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(page[12..], flags);
        BinaryPrimitives.WriteInt64LittleEndian(page[16..], Count);
        BinaryPrimitives.WriteInt64LittleEndian(page[24..], First);
        BinaryPrimitives.WriteInt64LittleEndian(page[32..], Last);
        BinaryPrimitives.WriteUInt128LittleEndian(page[48..], TextDigest);
        BinaryPrimitives.WriteUInt128LittleEndian(page[64..], PayloadDigest);
        BinaryPrimitives.WriteUInt128LittleEndian(page[DigestAt..], ContentDigest.Of(page[..DigestAt]));
    }

    /// <returns>False when the page was not written by this version on this machine.</returns>
    public static bool TryRead(ReadOnlySpan<byte> page, out ColumnFileHeader header)
    {
        header = default;
        if (page.Length < Size
            || BinaryPrimitives.ReadUInt64LittleEndian(page) != Magic
            || BinaryPrimitives.ReadInt32LittleEndian(page[8..]) != Version
            || BinaryPrimitives.ReadUInt128LittleEndian(page[DigestAt..]) != ContentDigest.Of(page[..DigestAt]))
        {
            return false;
        }

        int flags = BinaryPrimitives.ReadInt32LittleEndian(page[12..]);
        header = new ColumnFileHeader(
            BinaryPrimitives.ReadInt64LittleEndian(page[16..]),
            (flags & TurnoverFlag) != 0,
            (flags & SyntheticFlag) != 0,
            BinaryPrimitives.ReadInt64LittleEndian(page[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(page[32..]),
            BinaryPrimitives.ReadUInt128LittleEndian(page[48..]),
            BinaryPrimitives.ReadUInt128LittleEndian(page[64..]));
        return (flags & LittleEndianFlag) != 0 == BitConverter.IsLittleEndian && header.Count is > 0 and <= int.MaxValue;
    }
}
