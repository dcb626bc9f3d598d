package dev.cairn.samples.truth;

import java.util.stream.Stream;

final class TruthMain {
    public static void main(String[] args) {
        long start = System.nanoTime();
        Truth truth = new Truth();
        long from = Long.parseLong(args[0]);
        int count = Integer.parseInt(args[1]);
        if (args.length > 4) {
            Stream.of(args[4].split(",")).map(Long::valueOf).forEach(seed -> truth.judge(seed, 1));
        } else {
            truth.judge(from, count);
        }
        System.out.println(truth);
        truth.broken.stream().limit(Integer.parseInt(args[2])).forEach(System.out::println);
        truth.unannounced.forEach((seed, judgement) -> System.out.println(seed + " " + judgement.unannounced().get(0)));
        truth.unannounced.entrySet().stream().limit(Integer.parseInt(args[3])).forEach(e -> System.out.println("=====" + e.getKey() + "\n" + (Boolean.getBoolean("raw") ? e.getValue() : Smaller.of(FlowMaker.make(e.getKey()), e.getValue())).story()));
        System.out.println((System.nanoTime() - start) / 1_000_000 / count + " ms per flow");
    }
}
