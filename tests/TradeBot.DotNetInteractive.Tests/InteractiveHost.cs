using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>.NET Interactive's own C# kernel, set up as its tool sets it up, in the folder of a notebook.</summary>
internal sealed class InteractiveHost : IDisposable
{
    private readonly string _before = Directory.GetCurrentDirectory();
    private readonly CompositeKernel _kernel = [];

    /// <param name="folder">Where <c>#r</c> paths start: that host takes the process's working directory.</param>
    public InteractiveHost(string folder)
    {
        Directory.SetCurrentDirectory(folder);
        _kernel.Add(new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing());
        _kernel.DefaultKernelName = "csharp";
    }

    /// <summary>Runs one cell to its end.</summary>
    public async Task<InteractiveCell> RunAsync(string code)
    {
        KernelCommandResult result = await _kernel.SendAsync(new SubmitCode(code));
        return new InteractiveCell(result.Events);
    }

    public void Dispose()
    {
        _kernel.Dispose();
        Directory.SetCurrentDirectory(_before);
    }
}
