using System.Runtime.InteropServices;
using System.Text;

namespace TradeBot.Learning;

/// <summary>Writes a model's state; its name and features are written already.</summary>
public sealed class ModelWriter : BinaryWriter
{
    private readonly ModelKinds _kinds;

    /// <param name="stream">Stays open.</param>
    /// <param name="kinds">The kinds that can be written.</param>
    internal ModelWriter(Stream stream, ModelKinds kinds)
        : base(stream, Encoding.UTF8, leaveOpen: true) => _kinds = kinds;

    /// <summary>Writes a model inside this one: kind, name, features and state.</summary>
    /// <exception cref="ArgumentException">The kind of the model is not known: see <see cref="ModelFile.Register"/>.</exception>
    public void WriteModel(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _kinds.Write(model, this);
    }

    /// <summary>Writes values prefixed with their count, which <see cref="ModelReader.ReadArray"/> reads.</summary>
    public void WriteArray<T>(T[] values)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        Write(values.Length);
        Write(MemoryMarshal.AsBytes<T>(values));
    }
}
