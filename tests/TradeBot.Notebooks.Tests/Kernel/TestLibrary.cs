using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Builds small libraries for <c>#r</c>.</summary>
internal static class TestLibrary
{
    public static string Build(string folder, string name, string source, params string[] references)
    {
        string path = Path.Combine(folder, name + ".dll");
        Compilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [.. HostAssemblies.References, .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
