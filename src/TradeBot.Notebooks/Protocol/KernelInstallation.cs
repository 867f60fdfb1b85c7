namespace TradeBot.Notebooks;

/// <summary>What an installation wrote, and what it found.</summary>
/// <param name="Kernel">The kernel under its own name.</param>
/// <param name="DotNet">The same kernel under the name that notebooks for C# ask for; null where another kernel has that name and kept it.</param>
/// <param name="Other">The folder of the other kernel that has that name, or had it; null where nobody has.</param>
/// <param name="Aside">Where the other kernel is kept until the kernel is uninstalled; null where nothing was moved.</param>
public sealed record KernelInstallation(KernelSpec Kernel, KernelSpec? DotNet, string? Other, string? Aside);
