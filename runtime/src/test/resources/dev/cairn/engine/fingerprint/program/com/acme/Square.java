package com.acme;

class Square implements Shape {
    protected double side = 2;

    @Override
    public double area() {
        return side * side;
    }

    double perimeter() {
        return 4 * side;
    }
}
