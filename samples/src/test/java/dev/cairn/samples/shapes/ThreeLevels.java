package dev.cairn.samples.shapes;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Step;
import dev.cairn.runtime.TaskContext;
import java.util.List;

/** A foreach in a foreach in a foreach. */
@Flow
class ThreeLevels {
    List<String> regions;
    List<String> shops;
    int[] goods;
    String label;
    List<String> labels;

    @Step(next = "region", foreach = "regions")
    void start() {
        regions = List.of("north", "south");
    }

    @Step(next = "shop", foreach = "shops")
    void region(@Item String region) {
        shops = region.equals("north") ? List.of("n1", "n2", "n3") : List.of();
    }

    @Step(next = "good", foreach = "goods")
    void shop(@Item("shops") String shop) {
        goods = shop.equals("n2") ? new int[] {} : new int[] {7, 8};
    }

    @Step(next = "joinGoods")
    void good(@Item("regions") String region, @Item("shops") String shop, @Item int good, TaskContext task) {
        label = region + "/" + shop + "/" + good + "@" + task.foreachStack().size();
    }

    @Step(next = "joinShops")
    void joinGoods(ThreeLevelsArtifacts.JoinGoodsInputs inputs) {
        labels = inputs.stream().map(good -> good.label()).toList();
    }

    @Step(next = "end")
    void joinShops(ThreeLevelsArtifacts.JoinShopsInputs inputs) {
        labels = inputs.stream().flatMap(goods -> goods.labels().stream()).toList();
    }

    @Step
    void end(ThreeLevelsArtifacts.EndInputs inputs) {
        labels = inputs.stream().flatMap(shops -> shops.labels().stream()).toList();
    }
}
