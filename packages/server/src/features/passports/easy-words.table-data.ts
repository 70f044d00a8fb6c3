// Words that a child of ten reads and writes without trouble.
const split = (words: string): readonly string[] => words.trim().split(/\s+/)

export const EASY_WORDS = {
  fr: split(`
  abeille abricot agneau aigle algue ami ananas arbre arc artiste atelier avion bague baleine balle ballon bambou
  banane barque bateau bison bleu blé bois bonbon bonnet bougie bouquet boussole branche brebis brise brocoli bulle
  cabane cactus cadeau café caillou calme camion canard canoë carotte cascade castor cerise cerf chaise chaleur
  chameau chanson chapeau chat château chemin cheval chouette ciel cigale cirque citron clé cloche coccinelle colline
  comète coquille corail couleur coussin crabe craie crayon crêpe cuisine cygne dauphin dessin diamant domino dragon
  drapeau dune écharpe éclair école écureuil éléphant émeraude encre enveloppe épi érable escargot étang étoile
  falaise fanfare farine faucon fée fenêtre ferme feuille figue fleur flocon flûte fontaine forêt fougère fourmi
  fraise framboise fusée galet galop gant gâteau girafe glace gomme goutte grenier grenouille grillon guitare hamac
  haricot harpe hérisson hibou hirondelle horizon horloge huître île image iris ivoire jardin jaune jongleur
  jonquille jouet jour judo jungle jupe kangourou kayak kiwi koala lac laine lama lampe lanterne lapin lavande lézard
  libellule licorne lièvre lilas lion livre loup loutre lune lutin maison mandarine marbre marelle marguerite maïs
  melon menthe mer merle miel mimosa miroir moineau montagne mouette moulin mousse mouton mûre muguet musique nacre
  nage neige nid noisette noix nuage ocre océan oiseau olive orage orange orchidée otarie ours page palmier panda
  panier papaye papier papillon parapluie parfum patin pêche peinture pelote perle phare phoque piano pigeon pin
  pinceau pingouin piscine pivoine planète plume poire poisson pomme pompon poney pont potiron poule prairie prune
  puzzle quartz radis raisin rame renard requin rivière robot rocher roseau rosée rouge route ruban ruche sable sapin
  saule sauterelle savon sirène soleil source souris stylo sucre tambour tapis tasse théâtre tigre tilleul tomate
  tortue tournesol toupie train trésor truite tulipe vague valise vanille vélo vent vert village violette violon
  voile voyage wagon yaourt zèbre
`),
  en: split(`
  acorn anchor apple apron arrow autumn badger bagel bakery balloon bamboo banana basket beach beaver berry bicycle
  birch biscuit blossom blue boat book bottle branch breeze bridge broom bubble bucket button cabin cactus camel
  candle canoe canyon carpet carrot castle cedar cherry chess circle circus cliff cloud clover coast cobra comet
  compass cookie copper coral corn cotton crayon cricket crown crystal daisy dance dawn desert diamond dolphin domino
  donkey dragon drum duck eagle earth echo ember engine falcon feather fern field finch flag flame flower flute
  forest fossil fountain fox frog garden garlic giraffe ginger glacier globe glove goose grape grass green guitar
  hammer hamster harbor harp hazel hedge helmet heron hill honey horizon horse island ivory ivy jacket jaguar jasmine
  jelly jewel jungle kayak kettle kite kitten kiwi koala ladder lagoon lake lamp lantern laurel lemon leopard letter
  library lilac lily lion lizard llama lobster lotus magnet mango maple marble market meadow melon mint mirror mitten
  monkey moon moose morning mosaic mountain mouse music nectar needle nest night north nutmeg oak oasis ocean olive
  onion orange orbit orchid otter owl paddle painter palace palm panda paper parrot peach peanut pearl pebble pencil
  penguin pepper piano picnic pillow pine planet plum pocket poem polar pony poplar poppy potato prairie puffin
  pumpkin puppy puzzle quartz rabbit raccoon radio rain raven reef ribbon river robin robot rocket rose ruby saddle
  sailor salmon sand satin scarf seal shadow shell silver sketch sky snow spark spider spring squirrel star stone
  storm story summer sunset swan table teapot thunder tiger tomato torch tower train tulip tunnel turtle valley
  velvet violet violin wagon walnut water whale wheat willow window winter wizard yellow zebra
`),
}
