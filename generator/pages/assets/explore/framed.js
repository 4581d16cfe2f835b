// In a frame: tells the page around it how high the content is, whenever that changes, so that it can give room.

function tellHeight() {
  parent.postMessage({
    type: "chronofact:height",
    height: Math.ceil(document.documentElement.getBoundingClientRect().height),
    address: location.href,
  }, "*"); // the page around it may lie anywhere, and a height is no secret
}

if (parent !== window) new ResizeObserver(tellHeight).observe(document.documentElement);
