using System.Buffers.Binary;
using System.Threading.Channels;

namespace TradeBot.Notebooks;

/// <summary>Queues messages for one peer and writes them in order.</summary>
/// <remarks>
/// <para>
/// Who sends a message also writes it, if the peer has room for it and nobody else is writing: it is then with the operating
/// system when <see cref="Send"/> returns, even where every thread of the pool is busy. What finds no room is written later, many to a packet.
/// </para>
/// <para>A peer that takes nothing for ten seconds is given up, so that it holds neither memory nor the cell that prints.</para>
/// </remarks>
internal sealed class ZmtpWriter(Stream stream)
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });
    private long _pending;

    /// <summary>Bytes queued and not yet handed to the operating system.</summary>
    public long PendingBytes => Interlocked.Read(ref _pending);

    /// <summary>Queues a message; does nothing once the connection has ended.</summary>
    public void Send(byte[][] frames) => Add(new Item(frames, IsCommand: false, null));

    public void SendCommand(byte[] body) => Add(new Item([body], IsCommand: true, null));

    /// <summary>Completes when all that was sent before is with the operating system, or can no longer be.</summary>
    public Task FlushAsync()
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite(new Item([], IsCommand: false, flushed)) ? flushed.Task : Task.CompletedTask;
    }

    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>Writes until <see cref="Complete"/> or until the peer fails.</summary>
    public async Task RunAsync()
    {
        try
        {
            await WriteAllAsync(new BufferedStream(stream, 1 << 16)).ConfigureAwait(false); // the threads of cells, which may write, have contexts of their own
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer is gone or stuck: the owner of the connection sees that this task has ended.
        }
        finally
        {
            Complete();
            while (_queue.Reader.TryRead(out Item item))
                item.Flushed?.SetResult();
            Interlocked.Exchange(ref _pending, 0);
        }
    }

    private void Add(Item item)
    {
        Interlocked.Add(ref _pending, item.Size);
        if (!_queue.Writer.TryWrite(item))
            Interlocked.Add(ref _pending, -item.Size);
    }

    private async Task WriteAllAsync(BufferedStream output)
    {
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_queue.Reader.TryRead(out Item item))
            {
                using var limit = new CancellationTokenSource(SendTimeout);
                await WriteAsync(output, item, limit.Token).ConfigureAwait(false);
                Interlocked.Add(ref _pending, -item.Size);
                item.Flushed?.SetResult();
            }

            using var last = new CancellationTokenSource(SendTimeout);
            await output.FlushAsync(last.Token).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(BufferedStream output, Item item, CancellationToken cancellationToken)
    {
        for (int i = 0; i < item.Frames.Length; i++)
        {
            byte[] frame = item.Frames[i];
            await output.WriteAsync(Header(frame.Length, item.IsCommand, isLast: i == item.Frames.Length - 1), cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        }

        if (item.Flushed is not null)
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static byte[] Header(int length, bool isCommand, bool isLast)
    {
        int flags = (isCommand ? 4 : 0) | (isLast ? 0 : 1);
        if (length <= byte.MaxValue)
            return [(byte)flags, (byte)length];
        byte[] header = new byte[9];
        header[0] = (byte)(flags | 2);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(1), length);
        return header;
    }

    private readonly record struct Item(byte[][] Frames, bool IsCommand, TaskCompletionSource? Flushed)
    {
        public long Size => Frames.Sum(frame => (long)frame.Length);
    }
}
