using System.Runtime;
using System.Runtime.ExceptionServices;

namespace TradeBot.Notebooks;

/// <summary>Runs a cell's code on its own thread, which can be stopped from outside.</summary>
internal static class CellThread
{
    /// <summary>The default size of a cell's stack.</summary>
    public const int StackBytes = 32 << 20; // deep recursion is a result, and one without end must still end within seconds
    private static readonly TimeSpan BeforeAbort = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan BeforeInterrupt = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan BeforeGivingUp = TimeSpan.FromSeconds(3);

    /// <summary>Runs the body to its end, its awaits included.</summary>
    /// <param name="scope">The cell that output belongs to.</param>
    /// <param name="body">The cell's entry point.</param>
    /// <param name="stackBytes">How large its stack is.</param>
    /// <param name="cancellationToken">Stops the body: loops, library calls and waits alike.</param>
    /// <returns>The body's value.</returns>
    /// <exception cref="OperationCanceledException">The body was stopped.</exception>
    /// <exception cref="CellThreadAbandonedException">The body could not be stopped; its thread still runs.</exception>
    public static async Task<object?> RunAsync(CellScope scope, Func<Task<object?>> body, int stackBytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ended = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var stop = new CancellationTokenSource();
        var thread = new Thread(() => Run(scope, body, ended, stop.Token, cancellationToken), stackBytes) { IsBackground = true, Name = "notebook cell" };
        thread.Start();

        Task cancelled = Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        if (await Task.WhenAny(ended.Task, cancelled) != ended.Task)
            await StopAsync(scope, thread, ended.Task, stop);
        stop.Dispose();
        return await ended.Task;
    }

    private static async Task StopAsync(CellScope scope, Thread thread, Task ended, CancellationTokenSource stop)
    {
        // Code that watches its token ends by itself, with what it has. An abort amid its parallel loops can take the process down.
        if (scope.IsWatched && await EndsWithinAsync(ended, BeforeAbort))
            return;

        // The abort blocks its caller until the thread takes it, which a thread in a wait does only once interrupted.
        Task aborting = stop.CancelAsync();
        if (!await EndsWithinAsync(ended, BeforeInterrupt))
        {
            thread.Interrupt();
            if (!await EndsWithinAsync(ended, BeforeGivingUp))
                throw new CellThreadAbandonedException();
        }

        await aborting;
    }

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan patience) =>
        await Task.WhenAny(task, Task.Delay(patience)) == task;

    private static void Run(CellScope scope, Func<Task<object?>> body, TaskCompletionSource<object?> ended, CancellationToken stop, CancellationToken cancellationToken)
    {
        scope.Enter();
        object? value = null;
        Exception? failure = null;
        try
        {
#pragma warning disable SYSLIB0046 // The only way to end a loop that watches no token; the state it leaves is the notebook's own.
            ControlledExecution.Run(() => (value, failure) = CellPump.Run(body), stop);
#pragma warning restore SYSLIB0046
        }
        catch (Exception error)
        {
            failure = error;
        }

        if (cancellationToken.IsCancellationRequested && failure is not null)
            ended.SetException(new OperationCanceledException("The cell was stopped.", failure));
        else if (failure is not null)
            ended.SetException(failure);
        else
            ended.SetResult(value);
    }
}

/// <summary>A cell's thread could not be stopped and still runs.</summary>
internal sealed class CellThreadAbandonedException()
    : Exception("The cell could not be stopped and its thread still runs; pass CellCancellation to the code that blocks.");
