package com.acme;

import dev.cairn.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Code of the program that is called in many ways, often by the JDK. */
class Walk extends Path {
    Object result;
    List<Stone> stones;
    Map<Stone, Tree> trees;
    Tree tree;
    Animal animal;
    transient Guide guide = new Guide("first");

    @Step
    void start() {
        result = stones.toString();
    }

    @Step
    void keys() {
        Map<Stone, Integer> counts = new HashMap<>();
        for (Stone stone : stones) {
            counts.merge(stone, 1, Integer::sum);
        }
        result = counts;
    }

    @Step
    void contained() {
        result = trees.keySet().contains(trees.keySet().iterator().next());
    }

    @Step
    void sorted() {
        List<Tree> sorted = new ArrayList<>(trees.values());
        Collections.sort(sorted);
        result = new TreeMap<>(Map.of(tree, 1)).firstKey();
    }

    @Step
    void iterated() {
        int sum = 0;
        for (int each : new Range(3)) {
            sum += each;
        }
        result = sum;
    }

    @Step
    void listed() {
        result = new Ones(3).stream().mapToInt(each -> each).sum() + new Ones(2).indexOf(1);
    }

    @Step
    void closed() throws Exception {
        try (Door door = new Door()) {
            result = door;
        }
    }

    @Step
    void failed() {
        try {
            throw new Lost("here");
        } catch (RuntimeException e) {
            result = e.getMessage() + new StackTraceElement[0].length;
            e.fillInStackTrace();
            result += e.toString();
        }
    }

    @Step
    void threads() throws Exception {
        Thread thread = new Thread(new Task());
        thread.start();
        thread.join();
        var pool = Executors.newSingleThreadExecutor();
        try {
            result = pool.submit((Callable<String>) new Job()).get();
        } finally {
            pool.shutdown();
        }
    }

    @Step
    void functions() {
        Function<Integer, Integer> bound = this::plus;
        Function<Integer, Integer> above = super::above;
        BiFunction<Stone, Stone, Integer> unbound = Stone::compare;
        Supplier<Door> made = Door::new;
        Supplier<Supplier<String>> nested = () -> () -> Texts.of("nested");
        result = bound.apply(1) + above.apply(2) + unbound.apply(stones.get(0), stones.get(0)) + "" + made.get()
                + nested.get().get();
    }

    @Step
    void recursive() {
        IntUnaryOperator[] self = new IntUnaryOperator[1];
        self[0] = n -> n < 2 ? 1 : Texts.times(n, self[0].applyAsInt(n - 1));
        result = self[0].applyAsInt(5);
    }

    @Step
    void collected() {
        result = stones.stream()
                .collect(Collectors.groupingBy(Stone::weight, () -> new TreeMap<>(new Backwards()), Collectors.counting()));
    }

    @Step
    void inner() {
        Counter counter = new Counter();
        counter.add();
        class Local extends Counter {
            @Override
            int step() {
                return super.step() + Texts.of("local").length();
            }
        }
        Counter local = new Local();
        local.add();
        record Pair(int one, int two) {
            Pair {
                Texts.check(one);
            }

            int sum() {
                return one + two;
            }
        }
        result = new Pair(1, 2).sum() + counter.sum + local.sum;
    }

    @Step
    void abstracts() {
        result = animal.sound() + animal.twice() + Animal.named("x") + Size.SMALL.factor() + Size.valueOf("LARGE").factor();
    }

    @Step
    void generics() {
        Converter<String, Integer> converter = new Lengths();
        result = converter.convert("abc") + new Box<>("x").map(converter::convert).value;
    }

    @Step
    void serialised() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new Letter("text"));
        result = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    @Step
    void statics() {
        result = Numbers.FIRST + Numbers.Nested.second();
    }

    @Step
    void inherited() {
        result = shared(2) + inherited;
    }

    @Step
    void guided() {
        result = guide.name();
    }

    @Step
    void formatted() {
        result = String.format("%s %s", stones.get(0), new Door()) + List.of(new Stone(4)) + Arrays.asList(tree);
    }

    @Step
    void arrays() {
        Stone[] array = stones.toArray(Stone[]::new);
        Arrays.sort(array, Comparator.comparing(Stone::weight).thenComparing(new Backwards2()));
        result = Stream.of(array).anyMatch(each -> each.equals(new Stone(1)));
    }

    @Step
    void proxied() {
        Set<Object> set = new HashSet<>(Set.of(new Wrapper(new Stone(3))));
        result = set.contains(new Wrapper(new Stone(3)));
    }

    private int plus(int number) {
        return number + 1;
    }

    class Counter {
        int sum;

        {
            sum = Texts.of("counter").length();
        }

        void add() {
            sum += step();
        }

        int step() {
            return stones.size();
        }
    }
}

class Path {
    int inherited = Texts.of("path").length();

    int above(int number) {
        return number + 2;
    }

    int shared(int number) {
        return number + hook();
    }

    int hook() {
        return 4;
    }
}

class Guide {
    private final String name;

    Guide(String name) {
        this.name = Texts.of(name);
    }

    String name() {
        return name;
    }
}

class Texts {
    static String of(String text) {
        return text;
    }

    static int times(int one, int other) {
        return one * other;
    }

    static void check(int number) {}
}

record Stone(int weight) {
    static int compare(Stone one, Stone other) {
        return Integer.compare(one.weight, other.weight);
    }

    @Override
    public String toString() {
        return "stone " + weight;
    }

    @Override
    public int hashCode() {
        return weight;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stone stone && stone.weight == weight;
    }
}

class Tree implements Comparable<Tree> {
    int height;

    @Override
    public int compareTo(Tree other) {
        return Integer.compare(height, other.height);
    }

    @Override
    public String toString() {
        return Texts.of("tree");
    }
}

class Range implements Iterable<Integer> {
    private final int end;

    Range(int end) {
        this.end = end;
    }

    @Override
    public Iterator<Integer> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < end;
            }

            @Override
            public Integer next() {
                return next++;
            }
        };
    }
}

class Ones extends AbstractList<Integer> {
    private final int size;

    Ones(int size) {
        this.size = size;
    }

    @Override
    public Integer get(int index) {
        return 1;
    }

    @Override
    public int size() {
        return size;
    }
}

class Door implements AutoCloseable {
    @Override
    public void close() {
        Texts.of("closed");
    }

    @Override
    public String toString() {
        return "door";
    }
}

class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lost(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return "lost " + super.getMessage();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String getLocalizedMessage() {
        return Texts.of(super.getLocalizedMessage());
    }
}

class Task implements Runnable {
    @Override
    public void run() {
        Texts.of("task");
    }
}

class Job implements Callable<String> {
    @Override
    public String call() {
        return Texts.of("job");
    }
}

class Backwards implements Comparator<Integer> {
    @Override
    public int compare(Integer one, Integer other) {
        return other.compareTo(one);
    }
}

class Backwards2 implements Comparator<Stone> {
    @Override
    public int compare(Stone one, Stone other) {
        return Stone.compare(other, one);
    }
}

abstract class Animal {
    abstract String sound();

    String twice() {
        return sound() + sound();
    }

    static Animal named(String name) {
        return new Animal() {
            @Override
            String sound() {
                return name;
            }

            @Override
            public String toString() {
                return sound();
            }
        };
    }
}

interface Loud {
    default String sound() {
        return loud();
    }

    private String loud() {
        return "LOUD";
    }
}

class Dog extends Animal implements Loud {
    @Override
    public String sound() {
        return Loud.super.sound();
    }
}

enum Size {
    SMALL {
        @Override
        int factor() {
            return 1;
        }
    },
    LARGE {
        @Override
        int factor() {
            return Texts.of("large").length();
        }
    };

    abstract int factor();
}

interface Converter<A, B> {
    B convert(A from);
}

class Lengths implements Converter<String, Integer> {
    @Override
    public Integer convert(String from) {
        return from.length();
    }
}

class Box<T> {
    final T value;

    Box(T value) {
        this.value = value;
    }

    <R> Box<R> map(Function<? super T, ? extends R> function) {
        return new Box<>(function.apply(value));
    }
}

class Letter implements Serializable {
    private static final long serialVersionUID = 1;
    private transient String text;

    Letter(String text) {
        this.text = text;
    }

    private void writeObject(ObjectOutputStream output) throws IOException {
        output.writeUTF(text);
    }

    private void readObject(ObjectInputStream input) throws IOException {
        text = input.readUTF();
    }

    private Object readResolve() {
        return new Letter(Texts.of(text));
    }
}

class Numbers {
    static final int FIRST = Texts.of("first").length();

    static class Nested {
        static final int SECOND = Texts.of("second").length();

        static int second() {
            return SECOND;
        }
    }
}

record Wrapper(Stone stone) {}
