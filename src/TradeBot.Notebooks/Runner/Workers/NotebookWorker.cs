using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>The worker's side: runs cells as the runner that started this process asks, until that runner is gone.</summary>
public static class NotebookWorker
{
    internal const int Orphaned = 3;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Serves a runner and ends the process with it.</summary>
    /// <param name="pipe">The name of the runner's pipe: the last argument of the command line.</param>
    /// <returns>The exit code: 0.</returns>
    /// <remarks>What its cells have started ends with it.</remarks>
    /// <exception cref="TimeoutException">There is no such pipe.</exception>
    public static async Task<int> RunAsync(string pipe)
    {
        // Ctrl+C reaches every process of the terminal: the runner decides what becomes of its workers.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        ProcessGroup.Lead();
        RawOutput.Follow();

        // Unix reads and writes a pipe at once also where both wait, and no interrupt of a cell's thread then reaches into the
        // writing; Windows does so only with a pipe that is asynchronous.
        PipeOptions waiting = OperatingSystem.IsWindows() ? PipeOptions.Asynchronous : PipeOptions.None;
        await using var stream = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, waiting | PipeOptions.CurrentUserOnly);
        await stream.ConnectAsync(ConnectTimeout, CancellationToken.None);
        using var wire = new WorkerWire(stream);
        await Task.Factory.StartNew(() => Serve(wire), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        ProcessGroup.EndChildren();
        Environment.Exit(0); // threads that cells started in the foreground must not outlive the run
        return 0;
    }

    /// <summary>Ends the process, and the processes that its cells started, because its runner has ended.</summary>
    internal static void EndAsOrphan()
    {
        ProcessGroup.EndChildren();
        Environment.Exit(Orphaned);
    }

    private static void Serve(WorkerWire wire)
    {
        if (wire.Read() is not { } start)
            return;
        using var cells = new LocalCells(WorkingFolder.Current, TimeSpan.FromMilliseconds((double)start["limit"]!));
        new Conversation(wire, cells).Run();
    }

    private sealed class Conversation(WorkerWire wire, LocalCells cells)
    {
        private readonly WorkerOutlet _outlet = new(wire);

        public void Run()
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => _outlet.Flush(); // a cell may end the process: what it showed before is shown
            Task cell = Task.CompletedTask;
            while (wire.Read() is { } request)
            {
                switch ((string?)request[WorkerWire.Kind])
                {
                    case "run":
                        cell = Task.Run(() => ExecuteAsync(request)); // the loop goes on reading, to notice a runner that is gone
                        break;
                    case "set":
                        cell = Task.Run(() => SetAsync(request));
                        break;
                    case "end":
                        _outlet.Send(new JsonObject { [WorkerWire.Kind] = "drained" });
                        break;
                }
            }

            if (!cell.IsCompleted)
                EndAsOrphan();
        }

        private async Task ExecuteAsync(JsonObject request)
        {
            int number = (int)request["cell"]!;
            var source = new CellSource((string)request["name"]!, (string)request["code"]!) { Language = (string)request["language"]! };
            CellError? error = await cells.ExecuteAsync(source, _outlet.OfCell(number), CancellationToken.None);
            _outlet.Send(new JsonObject { [WorkerWire.Kind] = "ended", ["error"] = error is null ? null : WorkerOutputs.Write(error) });
        }

        private async Task SetAsync(JsonObject request)
        {
            string? refused = null;
            try
            {
                var values = request["values"]!.AsObject().ToDictionary(entry => entry.Key, entry => (string)entry.Value!);
                await cells.SetAsync(values, _outlet.OfCell((int)request["cell"]!), CancellationToken.None);
            }
            catch (NotebookParameterException mistake)
            {
                refused = mistake.Message;
            }

            _outlet.Send(new JsonObject { [WorkerWire.Kind] = "set", ["refused"] = refused });
        }
    }
}
