using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TradeBot.Learning;

/// <summary>Products of small matrices. Each element is summed term by term with fused multiply-add, so its bits depend on nothing but its terms.</summary>
internal static class Products
{
    private const int Lanes = 4;

    /// <summary>Adds A·B to C.</summary>
    /// <param name="a">Row r, term k at r · rowStride + k · termStride.</param>
    /// <param name="rowStride">Between rows of A.</param>
    /// <param name="termStride">Between terms of A.</param>
    /// <param name="b">One row of <paramref name="columns"/> per term.</param>
    /// <param name="c">One row of <paramref name="columns"/> per row.</param>
    /// <param name="rows">Of A and C.</param>
    /// <param name="terms">Of each sum.</param>
    /// <param name="columns">Of B and C.</param>
    public static void AddTo(ReadOnlySpan<double> a, int rowStride, int termStride, ReadOnlySpan<double> b, Span<double> c, int rows, int terms, int columns)
    {
        if (rows == 0 || terms == 0)
            return;
        if (a.Length <= (rows - 1) * rowStride + (terms - 1) * termStride || b.Length < terms * columns || c.Length < rows * columns)
            throw new ArgumentException($"{rows} × {terms} × {columns} does not fit {a.Length}, {b.Length} and {c.Length} numbers.", nameof(c));

        ref double left = ref MemoryMarshal.GetReference(a), right = ref MemoryMarshal.GetReference(b), sums = ref MemoryMarshal.GetReference(c);
        int row = 0;
        for (; row + 4 <= rows; row += 4)
            FourRows(ref Unsafe.Add(ref left, row * rowStride), rowStride, termStride, ref right, ref Unsafe.Add(ref sums, row * columns), terms, columns);
        for (; row < rows; row++)
            OneRow(ref Unsafe.Add(ref left, row * rowStride), termStride, ref right, ref Unsafe.Add(ref sums, row * columns), terms, columns);
    }

    private static void FourRows(ref double a, nint rowStride, nint termStride, ref double b, ref double c, int terms, int columns)
    {
        int column = 0;
        for (; column + 2 * Lanes <= columns; column += 2 * Lanes)
        {
            ref double c0 = ref Unsafe.Add(ref c, column), c1 = ref Unsafe.Add(ref c0, columns), c2 = ref Unsafe.Add(ref c1, columns), c3 = ref Unsafe.Add(ref c2, columns);
            Vector256<double> s00 = Load(ref c0, 0), s01 = Load(ref c0, Lanes), s10 = Load(ref c1, 0), s11 = Load(ref c1, Lanes);
            Vector256<double> s20 = Load(ref c2, 0), s21 = Load(ref c2, Lanes), s30 = Load(ref c3, 0), s31 = Load(ref c3, Lanes);
            ref double term = ref a, row = ref Unsafe.Add(ref b, column);
            for (int k = 0; k < terms; k++)
            {
                Vector256<double> b0 = Load(ref row, 0), b1 = Load(ref row, Lanes);
                Vector256<double> a0 = Vector256.Create(term), a1 = Vector256.Create(Unsafe.Add(ref term, rowStride));
                Vector256<double> a2 = Vector256.Create(Unsafe.Add(ref term, 2 * rowStride)), a3 = Vector256.Create(Unsafe.Add(ref term, 3 * rowStride));
                s00 = Vector256.FusedMultiplyAdd(a0, b0, s00);
                s01 = Vector256.FusedMultiplyAdd(a0, b1, s01);
                s10 = Vector256.FusedMultiplyAdd(a1, b0, s10);
                s11 = Vector256.FusedMultiplyAdd(a1, b1, s11);
                s20 = Vector256.FusedMultiplyAdd(a2, b0, s20);
                s21 = Vector256.FusedMultiplyAdd(a2, b1, s21);
                s30 = Vector256.FusedMultiplyAdd(a3, b0, s30);
                s31 = Vector256.FusedMultiplyAdd(a3, b1, s31);
                term = ref Unsafe.Add(ref term, termStride);
                row = ref Unsafe.Add(ref row, columns);
            }

            Store(s00, s01, ref c0);
            Store(s10, s11, ref c1);
            Store(s20, s21, ref c2);
            Store(s30, s31, ref c3);
        }

        for (int i = 0; i < 4; i++)
            Rest(ref Unsafe.Add(ref a, i * rowStride), termStride, ref b, ref Unsafe.Add(ref c, i * columns), terms, columns, column);
    }

    private static void OneRow(ref double a, nint termStride, ref double b, ref double c, int terms, int columns)
    {
        int column = 0;
        for (; column + 2 * Lanes <= columns; column += 2 * Lanes)
        {
            Vector256<double> s0 = Load(ref c, column), s1 = Load(ref c, column + Lanes);
            ref double term = ref a, row = ref Unsafe.Add(ref b, column);
            for (int k = 0; k < terms; k++)
            {
                var factor = Vector256.Create(term);
                s0 = Vector256.FusedMultiplyAdd(factor, Load(ref row, 0), s0);
                s1 = Vector256.FusedMultiplyAdd(factor, Load(ref row, Lanes), s1);
                term = ref Unsafe.Add(ref term, termStride);
                row = ref Unsafe.Add(ref row, columns);
            }

            Store(s0, s1, ref Unsafe.Add(ref c, column));
        }

        Rest(ref a, termStride, ref b, ref c, terms, columns, column);
    }

    private static void Rest(ref double a, nint termStride, ref double b, ref double c, int terms, int columns, int column)
    {
        for (; column < columns; column++)
        {
            double sum = Unsafe.Add(ref c, column);
            ref double term = ref a, row = ref Unsafe.Add(ref b, column);
            for (int k = 0; k < terms; k++)
            {
                sum = Math.FusedMultiplyAdd(term, row, sum);
                term = ref Unsafe.Add(ref term, termStride);
                row = ref Unsafe.Add(ref row, columns);
            }

            Unsafe.Add(ref c, column) = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double values, int offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref values, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> first, Vector256<double> second, ref double destination)
    {
        first.StoreUnsafe(ref destination);
        second.StoreUnsafe(ref Unsafe.Add(ref destination, Lanes));
    }
}
