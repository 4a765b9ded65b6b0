import { createContext, use, useEffect } from 'react';

const ProductContext = createContext('Steward');
/** The product's name, as the vendor has it; it ends every title. */
export const ProductProvider = ProductContext.Provider;

/** Names the screen in the window's title and the history. */
export function useScreenTitle(title: string) {
  const product = use(ProductContext);
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}
