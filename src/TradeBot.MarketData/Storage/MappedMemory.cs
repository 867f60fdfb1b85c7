using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace TradeBot.MarketData;

/// <summary>A memory-mapped file, for the rest of the process's life.</summary>
/// <remarks>
/// Never unmapped: a span over it does not keep any object alive, so no time is known to be safe. The pages
/// belong to the file and are evicted when the system needs memory.
/// </remarks>
internal sealed unsafe class MappedMemory
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly long _length;

    /// <param name="file">Open for reading; may be closed afterwards.</param>
    public MappedMemory(FileStream file)
    {
        _length = file.Length;
        using MemoryMappedFile map = MemoryMappedFile.CreateFromFile(
            file, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = map.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Part of the file as values.</summary>
    public ReadOnlyMemory<T> Slice<T>(long offset, int count)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + (long)count * sizeof(T), _length);
        return count == 0 ? default(ReadOnlyMemory<T>) : new Part<T>((T*)(_start + offset), count).Memory;
    }

    private sealed class Part<T>(T* start, int count) : MemoryManager<T>
        where T : unmanaged
    {
        public override Span<T> GetSpan() => new(start, count);

        public override MemoryHandle Pin(int elementIndex = 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, count);
            return new MemoryHandle(start + elementIndex);
        }

        public override void Unpin()
        {
            // Mapped memory does not move.
        }

        protected override void Dispose(bool disposing)
        {
            // The mapping outlives its parts.
        }
    }
}
