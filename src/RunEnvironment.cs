using System.Reflection;
using System.Runtime.InteropServices;

namespace TradeBot;

/// <summary>What a manifest records of the program that ran.</summary>
/// <remarks>Compiled into each assembly that has manifests; the projects share no other library.</remarks>
internal static class RunEnvironment
{
    /// <summary>The version of the engine.</summary>
    public static string Version { get; } = typeof(RunEnvironment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Runtime and processor architecture.</summary>
    public static string Name { get; } = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}";
}
