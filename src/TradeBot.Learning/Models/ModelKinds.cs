namespace TradeBot.Learning;

/// <summary>A kind of model: its name in files, and how its models are written and read.</summary>
/// <param name="Number">Number of a built-in kind; <see cref="ModelKinds.Named"/> for the others.</param>
/// <param name="Name">Name of a user's kind; empty for built-in kinds.</param>
/// <param name="Model">The type of the models.</param>
/// <param name="Write">Writes all but name and features.</param>
/// <param name="Read">Makes a model from what was written.</param>
internal sealed record ModelKind(byte Number, string Name, Type Model, Action<IModel, ModelWriter> Write, Func<ModelReader, IModel> Read)
{
    public static ModelKind Of<TModel>(byte number, Action<TModel, ModelWriter> write, Func<ModelReader, TModel> read)
        where TModel : class, IModel => new(number, "", typeof(TModel), (model, writer) => write((TModel)model, writer), read);

    public static ModelKind Of<TModel>(string name, Action<TModel, ModelWriter> write, Func<ModelReader, TModel> read)
        where TModel : class, IModel => Of(ModelKinds.Named, write, read) with { Name = name };
}

/// <summary>The kinds of model that files can contain. Thread-safe.</summary>
/// <remarks>
/// A model is written as the number of its kind, its name, the number of its features and their names. The kind's own data follows, for kinds with a
/// name after that name and its length in bytes.
/// </remarks>
internal sealed class ModelKinds(params IEnumerable<ModelKind> numbered)
{
    public const byte Named = 255;

    // Nesting limit of models within models: more than anyone needs, and far from a stack overflow.
    private const int MostDepth = 16;

    private readonly Dictionary<byte, ModelKind> _numbered = numbered.ToDictionary(kind => kind.Number);
    private readonly Dictionary<string, ModelKind> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, ModelKind> _byType = numbered.ToDictionary(kind => kind.Model);
    private readonly Lock _gate = new();

    /// <summary>Registers a named kind; a type of the same name and namespace, as when a notebook cell runs again, replaces the one before.</summary>
    /// <exception cref="ArgumentException">The name is taken by another type, or the type belongs to this library.</exception>
    public void Register(ModelKind kind)
    {
        lock (_gate)
        {
            if (_byType.TryGetValue(kind.Model, out ModelKind? known) && known.Number != Named)
                throw new ArgumentException($"{kind.Model.Name} is a model of this library, which needs no registration.", nameof(kind));
            if (_named.TryGetValue(kind.Name, out ModelKind? other) && (other.Model.Namespace, other.Model.Name) != (kind.Model.Namespace, kind.Model.Name))
                throw new ArgumentException($"The kind '{kind.Name}' is registered for models of type {other.Model}; give {kind.Model} another name.", nameof(kind));
            _named[kind.Name] = _byType[kind.Model] = kind;
        }
    }

    public void Write(IModel model, ModelWriter writer)
    {
        ModelKind kind = KindOf(model);
        writer.Write(kind.Number);
        writer.Write(model.Name);
        writer.Write(model.Features.Count);
        foreach (string feature in model.Features)
            writer.Write(feature);
        if (kind.Number != Named)
        {
            kind.Write(model, writer);
            return;
        }

        using var bytes = new MemoryStream();
        using (var own = new ModelWriter(bytes, this))
            kind.Write(model, own);
        writer.Write(kind.Name);
        writer.WriteArray(bytes.ToArray());
    }

    /// <param name="stream">Stays open.</param>
    /// <param name="depth">Nesting depth within other models.</param>
    public IModel Read(Stream stream, int depth)
    {
        if (depth > MostDepth)
            throw ModelReader.Damaged($"models nested more than {MostDepth} deep");

        using var reader = new ModelReader(stream, this, depth);
        byte number = reader.ReadByte();
        reader.Name = reader.ReadString();
        int count = reader.ReadInt32();
        List<string> features = [];
        for (int i = 0; i < count; i++)
            features.Add(reader.ReadString());
        reader.Features = features;
        if (number != Named)
            return _numbered.TryGetValue(number, out ModelKind? kind) ? kind.Read(reader) : throw new InvalidDataException($"The model file has the unknown kind {number}.");

        ModelKind named = KindOf(reader.ReadString());
        using var own = new ModelReader(new MemoryStream(reader.ReadArray<byte>()), this, depth) { Name = reader.Name, Features = features };
        return named.Read(own);
    }

    private ModelKind KindOf(IModel model)
    {
        lock (_gate)
        {
            return _byType.GetValueOrDefault(model.GetType())
                ?? throw new ArgumentException($"A model of type {model.GetType().Name} cannot be written before ModelFile.Register<{model.GetType().Name}>(\"its kind\", write, read) says how.", nameof(model));
        }
    }

    private ModelKind KindOf(string name)
    {
        lock (_gate)
        {
            return _named.GetValueOrDefault(name)
                ?? throw new InvalidDataException($"The model is of kind '{name}', which cannot be read before ModelFile.Register(\"{name}\", write, read) says how. Registered are: {(_named.Count == 0 ? "none" : string.Join(", ", _named.Keys.Order(StringComparer.Ordinal)))}.");
        }
    }
}
