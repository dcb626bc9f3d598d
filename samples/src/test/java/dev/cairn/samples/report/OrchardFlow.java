package dev.cairn.samples.report;

import static dev.cairn.runtime.Merge.only;

import dev.cairn.Case;
import dev.cairn.Catch;
import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.runtime.Failure;
import dev.cairn.runtime.TaskContext;
import dev.cairn.samples.report.OrchardFlowArtifacts.Name;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Says how much an orchard will yield: measures every tree, looks at the weather, and fits a curve until it is close enough. */
@Flow
class OrchardFlow {
    /** Whether the library that fits curves is out of order; what a run finds mended when it is resumed. */
    static volatile boolean broken;

    enum Season {
        WET,
        DRY
    }

    record Tree(String kind, int age) {}

    @Parameter(help = "trees to measure")
    int trees = 14;

    @Parameter(help = "how close the curve has to be")
    double tolerance = 0.02;

    List<Tree> planted;
    double height;
    Failure unmeasured;
    double meanHeight;
    List<Double> heights;
    Season season;
    double rain;
    double water;
    double loss;
    boolean closeEnough;
    List<Double> losses;
    double yield;

    @Step(next = {"survey", "weather"})
    void start() {
        Random random = new Random(7);
        planted = IntStream.range(0, trees)
                .mapToObj(number -> new Tree(number % 3 == 0 ? "pear" : "apple", 2 + random.nextInt(40)))
                .toList();
    }

    @Step(next = "measure", foreach = "planted")
    void survey() {}

    /** Climbs the tree. */
    @Step(next = "pool")
    @Retry(times = 2)
    @Catch("unmeasured")
    void measure(@Item Tree tree, TaskContext task) throws InterruptedException {
        Thread.sleep(20 + 4L * tree.age());
        if (tree.age() == 7 && task.attempt() == 0) {
            throw new IllegalStateException("the ladder slipped");
        }
        if (tree.age() >= 38) {
            throw new IllegalStateException("no ladder is long enough for a tree of " + tree.age() + " years");
        }
        height = 1.2 + 3 * Math.log(tree.age());
        task.log("%s of %d years: %.2f m".formatted(tree.kind(), tree.age(), height));
    }

    @Step(next = "combine")
    void pool(OrchardFlowArtifacts.PoolInputs inputs) {
        heights = new ArrayList<>();
        inputs.forEach(measured -> {
            if (measured.unmeasured() == null) {
                heights.add(measured.height());
            }
        });
        meanHeight = heights.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    @Step(
            switchOn = "season",
            cases = {@Case(value = "WET", next = "drain"), @Case(value = "DRY", next = "irrigate")})
    void weather() throws InterruptedException {
        Thread.sleep(60);
        rain = 212.5;
        season = rain > 300 ? Season.WET : Season.DRY;
    }

    @Step(next = "combine")
    void drain() {
        water = rain * 0.8;
    }

    @Step(next = "combine")
    void irrigate() {
        water = rain + 120;
    }

    @Step(next = "fit")
    void combine(OrchardFlowArtifacts.CombineInputs inputs) {
        inputs.mergeInto(this, only(Name.HEIGHTS, Name.MEAN_HEIGHT, Name.WATER));
        losses = new ArrayList<>();
    }

    @Step(
            switchOn = "closeEnough",
            cases = {@Case(value = "true", next = "end"), @Case(value = "false", next = "fit")})
    void fit(TaskContext task) throws InterruptedException {
        Thread.sleep(50);
        if (broken && task.iteration() == 3) {
            System.err.println("BLAS: singular matrix");
            throw new ArithmeticException("the matrix of iteration 3 is singular");
        }
        loss = 0.9 * Math.exp(-0.45 * task.iteration()) + 0.002 * (task.iteration() % 2);
        losses.add(loss);
        closeEnough = loss < tolerance;
        task.log("loss %.4f".formatted(loss));
    }

    @Step
    void end(TaskContext task) throws IOException {
        yield = meanHeight * water / 10;
        task.report()
                .heading("The fit")
                .text("The curve was close enough after " + losses.size() + " iterations.")
                .lineChart(
                        "Loss by iteration",
                        Map.of(
                                "loss",
                                losses.stream().mapToDouble(Double::doubleValue).toArray()))
                .barChart("Trees by kind", Map.of("apple", count("apple"), "pear", trees - count("apple")))
                .table(
                        List.of("What", "Value", "Unit"),
                        List.of(
                                List.of("mean height", "%.2f".formatted(meanHeight), "m"),
                                List.of("water", "%.1f".formatted(water), "mm"),
                                List.of("yield", "%.1f".formatted(yield), "t")))
                .image("The orchard from above", map());
    }

    private int count(String kind) {
        return (int) IntStream.range(0, trees)
                .filter(number -> (number % 3 == 0 ? "pear" : "apple").equals(kind))
                .count();
    }

    private byte[] map() throws IOException {
        BufferedImage image = new BufferedImage(320, 90, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xdfead2));
        graphics.fillRect(0, 0, 320, 90);
        for (int tree = 0; tree < trees; tree++) {
            graphics.setColor(tree % 3 == 0 ? new Color(0x8a9a3b) : new Color(0x3f7d4a));
            graphics.fillOval(18 + tree % 7 * 42, 14 + tree / 7 * 38, 26, 26);
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
