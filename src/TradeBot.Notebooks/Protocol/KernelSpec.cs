namespace TradeBot.Notebooks;

/// <summary>One installed kernel, as front ends list it.</summary>
/// <param name="Name">The folder's name, by which notebooks ask for it.</param>
/// <param name="DisplayName">The name in the user's list of kernels.</param>
/// <param name="Folder">The folder of its kernel.json.</param>
/// <param name="Command">What starts it.</param>
public sealed record KernelSpec(string Name, string DisplayName, string Folder, IReadOnlyList<string> Command)
{
    /// <summary>True for this product's kernel, under whatever name.</summary>
    public bool IsTradeBot { get; init; }

    /// <summary>The first file of the command that does not exist, so that the kernel cannot start; null when none is known to be missing.</summary>
    public string? MissingFile => Command.FirstOrDefault(part => Path.IsPathFullyQualified(part) && !File.Exists(part));
}

/// <summary>What an installation wrote, and what it found.</summary>
/// <param name="Kernel">The kernel under its own name.</param>
/// <param name="DotNet">The same kernel under the name that notebooks for C# ask for; null where another kernel has that name and kept it.</param>
/// <param name="Other">The folder of the other kernel that has or had that name; null where there is none.</param>
/// <param name="Aside">Where the other kernel is kept until the kernel is uninstalled; null where nothing was moved.</param>
public sealed record KernelInstallation(KernelSpec Kernel, KernelSpec? DotNet, string? Other, string? Aside);

/// <summary>What an uninstallation removed and gave back.</summary>
/// <param name="Removed">Folders of the kernel that were removed, or that have only files of another program left.</param>
/// <param name="Restored">Folders of other kernels that were kept aside and are back in their places.</param>
/// <param name="Left">Folders of the same names that hold something else and were not touched.</param>
public sealed record KernelRemoval(IReadOnlyList<string> Removed, IReadOnlyList<string> Restored, IReadOnlyList<string> Left);
