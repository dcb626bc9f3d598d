package dev.cairn.benchmarks.codecs;

/**
 * What one run of one virtual machine found.
 *
 * @param milliseconds of the processor, in the median of the iterations
 * @param allocated bytes that the thread allocated in an iteration
 * @param encoded size of the encoded value
 */
record Measured(double milliseconds, double allocated, long encoded) {
    String line() {
        return milliseconds + " " + allocated + " " + encoded;
    }

    static Measured parse(String line) {
        String[] words = line.split(" ", 3);
        return new Measured(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Long.parseLong(words[2]));
    }
}
