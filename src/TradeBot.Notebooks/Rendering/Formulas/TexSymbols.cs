namespace TradeBot.Notebooks;

/// <summary>What TeX's commands for single symbols stand for.</summary>
internal static class TexSymbols
{
    /// <summary>Letters and other names of quantities.</summary>
    public static readonly Dictionary<string, string> Identifiers = Table(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ " +
        "rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω " +
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω " +
        "infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ wp ℘ top ⊤ bot ⊥ angle ∠ triangle △ " +
        "ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ prime ′ degree ° % % $ $ # # _ _ & &");

    /// <summary>Operators and relations.</summary>
    public static readonly Dictionary<string, string> Operators = Table(
        "pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cap ∩ cup ∪ wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ neg ¬ lnot ¬ " +
        "le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻ perp ⊥ parallel ∥ mid ∣ doteq ≐ triangleq ≜ " +
        "lt < gt > in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ forall ∀ exists ∃ nexists ∄ " +
        "to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓ " +
        "nearrow ↗ searrow ↘ hookrightarrow ↪ coloneqq ≔ vdash ⊢ models ⊨ therefore ∴ because ∵ colon : backslash \\ | ‖");

    /// <summary>Brackets, as <c>\left</c> takes them or alone.</summary>
    public static readonly Dictionary<string, string> Brackets = Table(
        "{ { } } lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖");

    /// <summary>Large operators, whose limits stand above and below.</summary>
    public static readonly Dictionary<string, string> Sums = Table("sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀");

    /// <summary>Large operators, whose limits stand beside.</summary>
    public static readonly Dictionary<string, string> Integrals = Table("int ∫ iint ∬ iiint ∭ oint ∮");

    /// <summary>Marks over their argument.</summary>
    public static readonly Dictionary<string, string> Accents = Table(
        "hat ^ widehat ^ tilde ~ widetilde ~ vec → overrightarrow → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` mathring ˚ overbrace ⏞");

    /// <summary>Marks under their argument.</summary>
    public static readonly Dictionary<string, string> Underneath = Table("underbrace ⏟");

    /// <summary>Lines over or under their argument, by where: drawn as borders, since not every font has a line that stretches.</summary>
    public static readonly Dictionary<string, string> Lines = Table("bar over overline over underline under");

    /// <summary>Blanks, in em.</summary>
    public static readonly Dictionary<string, string> Blanks = Table(", 0.1667 thinspace 0.1667 : 0.2222 > 0.2222 ; 0.2778 ! -0.1667 enspace 0.5 quad 1 qquad 2");

    /// <summary>Functions written upright.</summary>
    public static readonly HashSet<string> Functions = Names(
        "log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan det dim ker deg hom arg");

    /// <summary>Functions written upright, whose limits stand below.</summary>
    public static readonly HashSet<string> Limits = Names("lim limsup liminf max min sup inf argmax argmin Pr gcd");

    /// <summary>Sizes of brackets, in em.</summary>
    public static readonly Dictionary<string, string> Sizes = Table(
        "big 1.2 bigl 1.2 bigr 1.2 bigm 1.2 Big 1.8 Bigl 1.8 Bigr 1.8 Bigm 1.8 bigg 2.4 biggl 2.4 biggr 2.4 biggm 2.4 Bigg 3 Biggl 3 Biggr 3 Biggm 3");

    private static Dictionary<string, string> Table(string pairs)
    {
        string[] words = pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < words.Length; i += 2)
            table.Add(words[i], words[i + 1]);
        return table;
    }

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
