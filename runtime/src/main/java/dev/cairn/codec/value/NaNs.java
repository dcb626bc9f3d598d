package dev.cairn.codec.value;

/**
 * Finds out that there is no NaN in an array, faster than by looking for one: a sum is NaN if one of its terms is. There are four sums,
 * as each addition waits for the one before it.
 */
final class NaNs {
    private static final int SUMS = 4;

    private NaNs() {}

    /** False if none of the elements from {@code from} to before {@code to} is NaN; true if one may be. */
    static boolean mayBeIn(double[] array, int from, int to) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int i = from;
        for (; i <= to - SUMS; i += SUMS) {
            one += array[i];
            two += array[i + 1];
            three += array[i + 2];
            four += array[i + 3];
        }
        for (; i < to; i++) {
            one += array[i];
        }
        return Double.isNaN(one + two + three + four);
    }

    /** As of doubles. */
    static boolean mayBeIn(float[] array, int from, int to) {
        float one = 0;
        float two = 0;
        float three = 0;
        float four = 0;
        int i = from;
        for (; i <= to - SUMS; i += SUMS) {
            one += array[i];
            two += array[i + 1];
            three += array[i + 2];
            four += array[i + 3];
        }
        for (; i < to; i++) {
            one += array[i];
        }
        return Float.isNaN(one + two + three + four);
    }
}
