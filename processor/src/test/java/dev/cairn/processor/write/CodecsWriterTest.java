package dev.cairn.processor.write;

import static dev.cairn.processor.write.CodecsDriver.sample;

import org.junit.jupiter.api.Test;

class CodecsWriterTest {
    @Test
    void prints() throws Exception {
        System.out.println(CodecsDriver.generate(sample(
                """
                List<Double> rates;
                List<Config> candidates;
                Map<String, ? extends Shape> shapes;
                double accuracy;
                Object any;
                Color color;
                Node node;
                Pair<String, Integer> pair;
                List<String>[] lists;
                Box box;
                Mixed mixed;
                @Step(next = "train", foreach = "candidates") void start() {}
                @Step(next = "join", foreach = "shapes") void train() {}
                record Config(double learningRate, int batchSize, List<String> tags, Config next) {}
                sealed interface Shape permits Circle, Group {}
                record Circle(double radius) implements Shape {}
                record Group(List<? extends Shape> shapes, Map<String, Object> more) implements Shape {}
                @FormerNames("com.acme.Colour")
                enum Color { @FormerNames({"ROUGE", "ROSSO"}) RED, GREEN }
                record Node(int value, Node next) {}
                record Pair<A, B>(A first, @FormerNames("b") B second) {}
                static class Box { private final String name; int size; private long weight;
                  Box(String name) { this.name = name; }
                  String name() { return name; }
                  long getWeight() { return weight; }
                  void setWeight(long weight) { this.weight = weight; } }
                static class Mixed { final int a; final String b; Mixed(String b, int a) { this.a = a; this.b = b; } }
                """)));
    }
}
