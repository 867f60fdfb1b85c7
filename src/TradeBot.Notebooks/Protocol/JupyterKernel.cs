using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TradeBot.Notebooks;

/// <summary>Serves one notebook to Jupyter's front ends: a C# session behind Jupyter's messages over TCP.</summary>
/// <remarks>
/// Requests on the shell channel are answered one after another, in the order in which they came. Interrupt and
/// shutdown wait for none of them, on whichever channel they come: front ends of protocol 5.2 and older, and
/// some newer ones, send them on the shell channel. Messages without a valid signature, and connections that
/// speak no ZMTP, are ignored.
/// </remarks>
public sealed class JupyterKernel : IAsyncDisposable
{
    private readonly JupyterChannels _channels;
    private readonly CSharpSession _session;
    private readonly ShellRequests _shell;
    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private JupyterKernel(ConnectionFile connection, string folder)
    {
        _channels = new JupyterChannels(connection, TimeProvider.System);
        _session = new CSharpSession(folder);
        _shell = new ShellRequests(_channels, _session, () => _shutdown.TrySetResult());
        _channels.Publish("status", new JsonObject { ["execution_state"] = "starting" }, parent: null);
        _serving = Task.WhenAll(
            Task.Run(() => ServeAsync(_channels.ShellRequests)),
            Task.Run(() => ServeAsync(_channels.ControlRequests)),
            Task.Run(() => ServeAsync(_channels.UrgentRequests)));
    }

    /// <summary>Where the kernel listens.</summary>
    public ConnectionFile Connection => _channels.Bound;

    /// <summary>Completes when a front end asked the kernel to shut down.</summary>
    public Task ShutdownRequested => _shutdown.Task;

    /// <summary>Binds the ports and begins to answer.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="folder">Where <c>#r</c> paths start: the notebook's folder.</param>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public static JupyterKernel Start(ConnectionFile connection, string folder) => new(connection, folder);

    /// <summary>Serves until a front end requests shutdown, the parent process ends, or SIGTERM arrives; SIGINT interrupts the running cell.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <remarks>Front ends start a kernel in the notebook's folder: <c>#r</c> paths start there.</remarks>
    /// <exception cref="DirectoryNotFoundException">That folder was removed.</exception>
    public static async Task RunAsync(ConnectionFile connection)
    {
        RawOutput.TakeOver();
        await using JupyterKernel kernel = Start(connection, WorkingFolder.Current);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            kernel.Interrupt();
        });
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            kernel._shutdown.TrySetResult();
        });
        kernel.WarmUp();
        await Task.WhenAny(kernel.ShutdownRequested, ParentWatch.EndAsync(kernel._stop.Token));
        ProcessGroup.EndChildren();
    }

    /// <summary>Stops the running cell or, where none runs yet, the one that is next.</summary>
    public void Interrupt() => _shell.Interrupt();

    /// <summary>Sends what is queued and closes the ports.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Interrupt();
        await _channels.DisposeAsync();
        await Task.WhenAny(_serving, Task.Delay(TimeSpan.FromSeconds(1))); // a cell that cannot be stopped must not keep the kernel
    }

    /// <summary>Warms up the compiler with a cell of a hidden session, while the front end is still connecting.</summary>
    private void WarmUp() => _ = Task.Run(async () =>
    {
        using var session = new CSharpSession(Path.GetTempPath()) { TakesRawOutput = false };
        await session.ExecuteAsync(new CellSource("warm-up", "1 + 1"), new SilentSink());
    });

    private async Task ServeAsync(ChannelReader<JupyterRequest> requests)
    {
        try
        {
            await foreach (JupyterRequest request in requests.ReadAllAsync(_stop.Token))
                await _shell.AnswerAsync(request, requests);
        }
        catch (OperationCanceledException)
        {
            // The kernel ends.
        }
    }

    private sealed class SilentSink : IOutputSink
    {
        public void Receive(CellOutput output)
        {
        }
    }
}
